/** Reading and writing XML from strangers: no DTD, no entities, nothing fetched. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.xml;

/** The municipalities' case systems: what they know about the residents, and how they tell it. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.casesystems;

/** JSON of strangers: read strictly, every member asked for by name and none left over. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.json;

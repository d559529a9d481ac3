/** Two nodes of the gateway on one database, without a story: what only both together can show. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.liberty.nodes;

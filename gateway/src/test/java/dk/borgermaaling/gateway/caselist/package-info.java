/** Tests. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caselist;

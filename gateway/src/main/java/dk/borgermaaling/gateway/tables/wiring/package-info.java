/** Puts the desk together with every table and listener there is. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.tables.wiring;

/** The console's reading, as SQL: nothing is written, and no answered flag is ever selected. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.console.jpa;

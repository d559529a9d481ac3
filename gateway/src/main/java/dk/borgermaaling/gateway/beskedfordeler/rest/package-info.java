/** Where Beskedfordeler pushes, and what it is answered. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.beskedfordeler.rest;

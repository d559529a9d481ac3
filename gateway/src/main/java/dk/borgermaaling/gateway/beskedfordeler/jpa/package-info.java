/** Where messages wait. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.beskedfordeler.jpa;

/** The vault as rows of {@code contact.citizen}. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.citizen.jpa;

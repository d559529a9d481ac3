/** The envelope of Beskedfordeler and the contract in it. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.beskedfordeler.kombit;

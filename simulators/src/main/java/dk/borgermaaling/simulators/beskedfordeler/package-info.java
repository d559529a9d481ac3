/**
 * The municipalities' message distributor (Beskedfordeler, SF1461) as far as it pushes receipts
 * (PKO_PostStatus): the envelope of the published samples, mutual TLS, and the same message again
 * until it is answered with status 20.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.beskedfordeler;

package dk.borgermaaling.gateway.kernel;

/**
 * Who an event is about and who would be asked: a person today, a company when companies are
 * surveyed.
 */
public sealed interface Recipient {
  /** A citizen (borger). */
  record Person(CprNumber cpr) implements Recipient {}

  /** A company (virksomhed). */
  record Company(Cvr cvr) implements Recipient {}
}

package dk.borgermaaling.gateway.citizen;

import dk.borgermaaling.gateway.kernel.Recipient;

/** Seals recipients for storage; the keys are outside the database. */
public interface RecipientCipher {
  /** Different every time; can be opened with the same id alone. */
  byte[] seal(Recipient recipient, CitizenId id);

  Recipient open(byte[] sealed, CitizenId id);

  /** The same every time for the same recipient, and of no use without the key. */
  String lookup(Recipient recipient);
}

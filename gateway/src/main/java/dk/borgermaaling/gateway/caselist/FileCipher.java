package dk.borgermaaling.gateway.caselist;

import java.util.UUID;

/** Seals the files of lists; the keys are outside the database. */
public interface FileCipher {
  /** Can be opened for the same list alone. */
  byte[] seal(byte[] file, UUID list);

  byte[] open(byte[] sealed, UUID list);
}

package dk.borgermaaling.gateway.citizen;

/**
 * Seals what was told about citizens for storage, with the keys of the vault: the keys are outside
 * the database.
 */
public interface ContentCipher {
  /**
   * Different every time.
   *
   * @param boundTo names the place where it is stored: what is moved to another does not open
   */
  byte[] seal(byte[] content, String boundTo);

  byte[] open(byte[] sealed, String boundTo);

  /** The same every time for the same content, and of no use without the key. 32 bytes. */
  byte[] fingerprint(byte[] content);
}

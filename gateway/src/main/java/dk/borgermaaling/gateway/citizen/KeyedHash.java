package dk.borgermaaling.gateway.citizen;

/** Hashes that nobody can work out, or check a guess with, who has not the key. */
public interface KeyedHash {
  /**
   * The same for the same words, and nothing can be read from it.
   *
   * @param purpose keeps the hashes of one use apart from those of another
   */
  byte[] of(String purpose, String text);
}

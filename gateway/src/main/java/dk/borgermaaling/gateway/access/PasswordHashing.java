package dk.borgermaaling.gateway.access;

/** Slow, salted hashes of passwords. */
public interface PasswordHashing {
  String hash(char[] password);

  /** Compares in constant time; an unreadable hash is no match. */
  boolean matches(char[] password, String hash);
}

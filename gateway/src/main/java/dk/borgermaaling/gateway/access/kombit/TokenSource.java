package dk.borgermaaling.gateway.access.kombit;

/** Where access tokens come from. Nothing that is returned here is for anybody but who asked. */
public interface TokenSource {
  /** Asks for a fresh one. */
  AccessToken fetch(TokenKey key) throws NoToken;

  /**
   * A service has refused what came of this key; whatever is kept for it must not be used again.
   */
  default void forget(TokenKey key) {}
}

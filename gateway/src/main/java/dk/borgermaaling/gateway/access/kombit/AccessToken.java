package dk.borgermaaling.gateway.access.kombit;

import java.time.Instant;

/**
 * An access token, bound to our certificate.
 *
 * @param expiresAt real time, exclusive
 */
public record AccessToken(String value, Instant expiresAt) {
  /** The value of the header {@code Authorization}. */
  public String header() {
    return "Holder-of-key " + value;
  }

  @Override
  public String toString() {
    return "AccessToken[until " + expiresAt + "]";
  }
}

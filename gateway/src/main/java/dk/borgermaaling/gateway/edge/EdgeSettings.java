package dk.borgermaaling.gateway.edge;

import java.time.Duration;

/**
 * Settings of all edges.
 *
 * @param maxMessageBytes largest body that is read from another system
 * @param mutualTlsPort the port that demands a client certificate; pages are not served there
 * @param maxBodyTime that the whole body of another system's request may take, real time
 */
public record EdgeSettings(int maxMessageBytes, int mutualTlsPort, Duration maxBodyTime) {
  /** Largest body of a page: no form of ours comes near it. */
  public static final int MAX_FORM_BYTES = 64 * 1024;

  /** The server's own limit, which {@code endpoints.xml} sets: nothing larger gets here. */
  private static final int SERVER_LIMIT = 16 * 1024 * 1024;

  private static final Duration LONGEST_BODY_TIME = Duration.ofMinutes(10);

  public EdgeSettings {
    if (maxMessageBytes < 1 || maxMessageBytes >= SERVER_LIMIT) {
      throw new IllegalArgumentException(
          "gateway.edge.max-message-bytes must be positive and below " + SERVER_LIMIT);
    }
    if (mutualTlsPort < 1 || mutualTlsPort > 65_535) {
      throw new IllegalArgumentException("gateway.edge.mutual-tls-port must be a port");
    }
    if (maxBodyTime.toSeconds() < 1 || maxBodyTime.compareTo(LONGEST_BODY_TIME) > 0) {
      throw new IllegalArgumentException(
          "gateway.edge.max-body-time must be from one second to " + LONGEST_BODY_TIME);
    }
  }
}

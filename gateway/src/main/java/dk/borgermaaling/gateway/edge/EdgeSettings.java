package dk.borgermaaling.gateway.edge;

/**
 * Settings of all edges.
 *
 * @param maxMessageBytes largest body that is read from another system
 * @param mutualTlsPort the port that demands a client certificate; pages are not served there
 */
public record EdgeSettings(int maxMessageBytes, int mutualTlsPort) {
  public EdgeSettings {
    if (maxMessageBytes < 1) {
      throw new IllegalArgumentException("gateway.edge.max-message-bytes must be positive");
    }
    if (mutualTlsPort < 1 || mutualTlsPort > 65_535) {
      throw new IllegalArgumentException("gateway.edge.mutual-tls-port must be a port");
    }
  }
}

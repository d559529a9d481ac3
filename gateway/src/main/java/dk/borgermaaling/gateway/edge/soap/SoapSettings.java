package dk.borgermaaling.gateway.edge.soap;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Settings of signed SOAP.
 *
 * @param audience the entity id that tokens must be issued for; compared as text
 * @param publicAddresses the addresses under which callers reach the service; the first is printed
 *     in the WSDL, each is accepted as wsa:To
 * @param maxTokenLifetime longest time from issue to expiry of an assertion
 * @param clockSkew how far the caller's and the token service's clocks may be ahead of ours
 * @param maxMessageBytes largest message that is read
 */
public record SoapSettings(
    String audience,
    List<URI> publicAddresses,
    Duration maxTokenLifetime,
    Duration clockSkew,
    int maxMessageBytes) {
  /** Longest time from Created to Expires of a message's timestamp (OIO IDWS SOAP 1.1). */
  static final Duration MAX_MESSAGE_LIFETIME = Duration.ofMinutes(5);

  /** The same for one service, whose addresses are these with the service's path appended. */
  public SoapSettings at(String path) {
    return new SoapSettings(
        audience,
        publicAddresses.stream().map(root -> URI.create(root + path)).toList(),
        maxTokenLifetime,
        clockSkew,
        maxMessageBytes);
  }

  public SoapSettings {
    publicAddresses = List.copyOf(publicAddresses);
    if (audience.isBlank()) {
      throw new IllegalArgumentException("the audience must not be empty");
    }
    if (publicAddresses.isEmpty() || !publicAddresses.stream().allMatch(URI::isAbsolute)) {
      throw new IllegalArgumentException("public addresses must be absolute, at least one");
    }
    if (maxTokenLifetime.isNegative() || maxTokenLifetime.isZero()) {
      throw new IllegalArgumentException("the token lifetime must be positive");
    }
    if (clockSkew.isNegative() || clockSkew.compareTo(MAX_MESSAGE_LIFETIME) > 0) {
      throw new IllegalArgumentException("the clock skew must be from zero to five minutes");
    }
    if (maxMessageBytes < 1) {
      throw new IllegalArgumentException("the size cap must be positive");
    }
  }
}

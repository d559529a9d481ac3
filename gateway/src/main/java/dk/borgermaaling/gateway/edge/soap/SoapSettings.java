package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.saml.TokenSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Settings of signed SOAP.
 *
 * @param tokens what is asked of the assertion; its clock skew holds for the timestamp too
 * @param publicAddresses the addresses under which callers reach the service; the first is printed
 *     in the WSDL, each is accepted as wsa:To
 * @param maxMessageBytes largest message that is read
 */
public record SoapSettings(TokenSettings tokens, List<URI> publicAddresses, int maxMessageBytes) {
  /** Longest time from Created to Expires of a message's timestamp (OIO IDWS SOAP 1.1). */
  static final Duration MAX_MESSAGE_LIFETIME = Duration.ofMinutes(5);

  /** The same for one service, whose addresses are these with the service's path appended. */
  public SoapSettings at(String path) {
    return new SoapSettings(
        tokens,
        publicAddresses.stream().map(root -> URI.create(root + path)).toList(),
        maxMessageBytes);
  }

  public SoapSettings {
    publicAddresses = List.copyOf(publicAddresses);
    if (publicAddresses.isEmpty() || !publicAddresses.stream().allMatch(URI::isAbsolute)) {
      throw new IllegalArgumentException("public addresses must be absolute, at least one");
    }
    if (maxMessageBytes < 1) {
      throw new IllegalArgumentException("the size cap must be positive");
    }
  }
}

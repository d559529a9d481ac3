package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.saml.TokenLimits;
import dk.borgermaaling.gateway.edge.saml.TokenSettings;
import dk.borgermaaling.gateway.edge.trust.Trust;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Makes the signed services of this installation, each in as many profiles as it is described. */
public final class SignedServices {
  private final List<URI> publicAddresses;
  private final int maxMessageBytes;
  private final TokenLimits limits;
  private final Trust trust;
  private final Clock clock;

  /**
   * @param publicAddresses of {@code /soap}, as callers know it
   * @param clock real time
   */
  public SignedServices(
      List<URI> publicAddresses,
      int maxMessageBytes,
      TokenLimits limits,
      Trust trust,
      Clock clock) {
    this.publicAddresses = List.copyOf(publicAddresses);
    this.maxMessageBytes = maxMessageBytes;
    this.limits = limits;
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * One service.
   *
   * @param implementor an object of a class with {@code @WebService}
   * @param audience entity id of the service, which tokens must be meant for
   */
  public SoapService of(
      Object implementor, List<ServiceDescription> descriptions, String audience) {
    SoapSettings all =
        new SoapSettings(new TokenSettings(audience, limits), publicAddresses, maxMessageBytes);
    List<SignedService> services =
        descriptions.stream().map(description -> service(implementor, description, all)).toList();
    return bus -> services.forEach(service -> service.publish(bus));
  }

  private SignedService service(
      Object implementor, ServiceDescription description, SoapSettings all) {
    SoapSettings settings = all.at(description.path());
    PolicyVerifier verifier = new PolicyVerifier(trust, settings, description, clock);
    return new SignedService(implementor, description, verifier, settings, clock);
  }
}

package dk.borgermaaling.kmd.rest;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.http.Outgoing;
import java.net.URI;

/**
 * How one municipality's Momentum is reached. Client secret and API key never appear in texts.
 *
 * @param baseUrl without a slash at its end
 * @param tokenUrl the token endpoint of Azure AD, version 1
 * @param resource the id of the API at Azure AD
 */
public record MomentumConnection(
    MunicipalityCode municipality,
    URI baseUrl,
    URI tokenUrl,
    String clientId,
    String clientSecret,
    String apiKey,
    String resource) {
  public MomentumConnection {
    Outgoing.address(municipality + ".base-url", baseUrl);
    Outgoing.address(municipality + ".token-url", tokenUrl);
    Outgoing.secret(municipality + ".client-secret", clientSecret);
    Outgoing.secret(municipality + ".api-key", apiKey);
  }

  @Override
  public String toString() {
    return "MomentumConnection[" + municipality + "]";
  }
}

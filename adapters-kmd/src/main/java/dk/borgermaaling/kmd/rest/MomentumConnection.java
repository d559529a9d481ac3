package dk.borgermaaling.kmd.rest;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
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
    requireHttp(baseUrl);
    requireHttp(tokenUrl);
  }

  private static void requireHttp(URI url) {
    if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
      throw new IllegalArgumentException("a Momentum connection needs absolute http(s) URLs");
    }
  }

  @Override
  public String toString() {
    return "MomentumConnection[" + municipality + "]";
  }
}

package dk.borgermaaling.kmd.rest;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.http.Outgoing;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How one municipality's Momentum is reached. Client secret and API key never appear in texts.
 *
 * @param baseUrl without a slash at its end
 * @param tokenUrl the token endpoint of Azure AD, version 1
 * @param resource the id of the API at Azure AD
 * @param extraCa PEM of roots that are trusted for this municipality alone, beside the others
 * @param pageSize rows of one page, if not as for the others
 */
public record MomentumConnection(
    MunicipalityCode municipality,
    URI baseUrl,
    URI tokenUrl,
    String clientId,
    String clientSecret,
    String apiKey,
    String resource,
    @Nullable Path extraCa,
    @Nullable Integer pageSize) {
  public MomentumConnection {
    Outgoing.address(municipality + ".base-url", baseUrl);
    Outgoing.address(municipality + ".token-url", tokenUrl);
    Outgoing.secret(municipality + ".client-secret", clientSecret);
    Outgoing.secret(municipality + ".api-key", apiKey);
    if (pageSize != null && (pageSize < 1 || pageSize > HttpSettings.LARGEST_PAGE)) {
      throw new IllegalArgumentException(municipality + ".page-size must be 1 to 1000");
    }
  }

  @Override
  public String toString() {
    return "MomentumConnection[" + municipality + "]";
  }
}

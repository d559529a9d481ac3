package dk.borgermaaling.gateway.edge.tokens;

import dk.borgermaaling.gateway.edge.ClientCertificate;
import dk.borgermaaling.gateway.edge.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/**
 * {@code POST /rest/v1/token}: {@code saml-token=<Base64 of the assertion>} as a form over mutual
 * TLS (OIO IDWS REST 1.0, section 3). A token that is not believed gives the same 401 whatever is
 * wrong with it.
 */
@Path("/rest/v1/token")
@RequestScoped
public class TokenResource {
  private final AssertionExchange exchange;

  /** For CDI alone: a proxy of this class never uses its fields. */
  @NullUnmarked
  protected TokenResource() {
    exchange = null;
  }

  @Inject
  public TokenResource(AssertionExchange exchange) {
    this.exchange = exchange;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response exchange(
      @Context HttpServletRequest request, MultivaluedMap<String, String> form) {
    List<String> told = form.getOrDefault("saml-token", List.of());
    if (told.size() != 1 || form.size() != 1) {
      throw Refusal.notTrusted("not one saml-token");
    }
    AssertionExchange.Issued issued =
        exchange.exchange(told.get(0), ClientCertificate.of(request).thumbprint());
    String json =
        Json.createObjectBuilder()
            .add("access_token", issued.token())
            .add("token_type", "Holder-of-key")
            .add("expires_in", issued.lifetime().toSeconds())
            .build()
            .toString();
    return Response.ok(json, MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
        .header("Pragma", "no-cache")
        .build();
  }
}

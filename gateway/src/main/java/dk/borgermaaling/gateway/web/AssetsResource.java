package dk.borgermaaling.gateway.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Style sheets, fonts and images. A file asked for under another version (a page rendered by a node
 * that runs the version before or after) is served too, but not kept.
 */
@Dependent
@Path("/assets")
public class AssetsResource {
  private final Assets assets;

  @Inject
  public AssetsResource(Assets assets) {
    this.assets = assets;
  }

  @GET
  @Path("{version}/{name: .+}")
  public Response file(
      @PathParam("version") String version,
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
    Optional<Assets.Asset> found = assets.file(name);
    if (found.isEmpty()) {
      return Response.status(Response.Status.NOT_FOUND).build();
    }
    Assets.Asset asset = found.get();
    byte[] gzip = encodings != null && encodings.contains("gzip") ? asset.packed() : null;
    Response.ResponseBuilder answer =
        Response.ok(gzip == null ? asset.plain() : gzip)
            .header(HttpHeaders.CONTENT_TYPE, asset.type)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            .header("X-Content-Type-Options", "nosniff")
            .header(
                HttpHeaders.CACHE_CONTROL,
                version.equals(assets.version())
                    ? "public, max-age=31536000, immutable"
                    : "no-cache");
    if (gzip != null) {
      answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return answer.build();
  }
}

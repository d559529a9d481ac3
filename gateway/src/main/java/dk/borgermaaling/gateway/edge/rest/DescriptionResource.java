package dk.borgermaaling.gateway.edge.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code /rest/v1/openapi.json}: what REST offers to callers, for everybody to read. */
@Dependent
@Path("/rest/v1/openapi.json")
public class DescriptionResource {
  static final String DOCUMENT = "/openapi/v1.json";

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public byte[] description() {
    try (InputStream in = DescriptionResource.class.getResourceAsStream(DOCUMENT)) {
      if (in == null) {
        throw new IllegalStateException("the description is not in the deployable");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

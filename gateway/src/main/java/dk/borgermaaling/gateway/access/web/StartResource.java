package dk.borgermaaling.gateway.access.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What anybody finds who comes without a link: what this is, and where staff log in. */
@Dependent
@Path("/")
public class StartResource {
  private final StaffPages pages;

  @Inject
  public StartResource(StaffPages pages) {
    this.pages = pages;
  }

  @GET
  public Response start() {
    return pages.open(200, "access/start.jte", Map.of()).build();
  }
}

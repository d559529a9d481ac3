package dk.borgermaaling.gateway.access.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What anybody finds who comes without a link: what this is, and the accessibility statement. */
@Dependent
@Path("/")
public class StartResource {
  private final StaffPages pages;
  private final Contact contact;

  @Inject
  public StartResource(StaffPages pages, Contact contact) {
    this.pages = pages;
    this.contact = contact;
  }

  @GET
  public Response start() {
    return pages.open(200, "access/start.jte", Map.of()).build();
  }

  /** The accessibility statement (tilgængelighedserklæring), at the address that the law's guidance names. */
  @GET
  @Path("was")
  public Response accessibilityStatement() {
    return pages.open(200, "access/accessibility-statement.jte", Map.of("contact", contact)).build();
  }
}

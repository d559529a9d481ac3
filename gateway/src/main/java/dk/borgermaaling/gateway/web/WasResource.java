package dk.borgermaaling.gateway.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * The short address of the accessibility statement (tilgængelighedserklæring), as the Danish law on
 * accessibility has it; the statement itself lies with the Agency for Digital Government.
 */
@Dependent
@Path("/was")
public class WasResource {
  private final WebSettings settings;
  private final Pages pages;

  @Inject
  public WasResource(WebSettings settings, Pages pages) {
    this.settings = settings;
    this.pages = pages;
  }

  @GET
  public Response statement() {
    return settings
        .accessibilityStatement()
        .map(address -> Response.seeOther(address).build())
        .orElseGet(
            () ->
                Html.page(200, pages.render("web/was.jte", Map.of("contact", settings.contact())))
                    .build());
  }
}

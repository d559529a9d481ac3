package dk.borgermaaling.gateway.notification.web;

import dk.borgermaaling.gateway.web.Html;
import dk.borgermaaling.gateway.web.Pages;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Where the link of a test leads: it says that it was one, to anybody. */
@Dependent
@Path(TestMessageResource.PATH)
public class TestMessageResource {
  public static final String PATH = "test-message";
  private final Pages pages;

  @Inject
  public TestMessageResource(Pages pages) {
    this.pages = pages;
  }

  @GET
  public Response page() {
    return Html.page(200, pages.render("web/test-message.jte", Map.of())).build();
  }
}

package dk.borgermaaling.gateway.response.web;

import dk.borgermaaling.gateway.response.web.CodeForm.Outcome;
import dk.borgermaaling.gateway.web.Html;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * {@code /kode}: who has a letter types its code. The code travels in the body of a POST alone; no
 * address has it.
 */
@Dependent
@Path("/kode")
public class CodeResource {
  private final CodeForm form;

  @Inject
  public CodeResource(CodeForm form) {
    this.form = form;
  }

  @GET
  public Response open() {
    return answer(form.open()).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response enter(
      @FormParam("code") @DefaultValue("") String code, @Context HttpServletRequest request) {
    Outcome outcome = form.enter(String.valueOf(request.getRemoteAddr()), code);
    if (outcome instanceof Outcome.Found found) {
      return Response.seeOther(URI.create("/s/" + found.token()))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .header("Referrer-Policy", "no-referrer")
          .build();
    }
    Outcome.Shown shown = (Outcome.Shown) outcome;
    Response.ResponseBuilder page = answer(shown.reply());
    return shown.again().isZero()
        ? page.build()
        : page.header(HttpHeaders.RETRY_AFTER, shown.again().toSeconds() + 1).build();
  }

  private static Response.ResponseBuilder answer(Reply reply) {
    return Html.page(reply.status(), reply.html());
  }
}

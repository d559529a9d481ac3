package dk.borgermaaling.gateway.response.web;

import dk.borgermaaling.gateway.web.Html;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** {@code /s/{token}}: whoever holds the link may answer; nothing else is asked. */
@Dependent
@Path("/s/{token}")
public class SurveyResource {
  private final SurveyForm form;

  @Inject
  public SurveyResource(SurveyForm form) {
    this.form = form;
  }

  @GET
  public Response open(@PathParam("token") String token) {
    return answer(form.open(token));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response post(@PathParam("token") String token, InputStream body) throws IOException {
    return answer(form.post(token, body));
  }

  private static Response answer(Reply reply) {
    return Html.page(reply.status(), reply.html()).build();
  }
}

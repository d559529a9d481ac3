package dk.borgermaaling.gateway.access.web;

import dk.borgermaaling.gateway.access.AttemptLimit;
import dk.borgermaaling.gateway.access.LogIn;
import dk.borgermaaling.gateway.access.SessionToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Logging in and out. The form carries a token that belongs to a cookie of the same browser, so
 * that no other site can log somebody in; every refusal looks the same.
 */
@Dependent
@Path("/")
public class LogInResource {
  private static final String START = "/dashboard";
  private static final Pattern OWN_PAGE =
      Pattern.compile("/(dashboard|console|lists)([/?][A-Za-z0-9/?&=%._~+-]*)?");
  private final LogIn logIn;
  private final AttemptLimit limit;
  private final StaffPages pages;

  @Inject
  public LogInResource(LogIn logIn, AttemptLimit limit, StaffPages pages) {
    this.logIn = logIn;
    this.limit = limit;
    this.pages = pages;
  }

  @GET
  @Path("login")
  public Response form(@QueryParam("next") @DefaultValue(START) String next) {
    return form(200, next, "", false);
  }

  @POST
  @Path("login")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response logIn(
      @FormParam("user-name") @DefaultValue("") String userName,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam(StaffGate.FORM_TOKEN) @DefaultValue("") String formToken,
      @FormParam("next") @DefaultValue(START) String next,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    boolean ownForm =
        Cookies.logIn(headers.getCookies()).filter(token -> token.madeForm(formToken)).isPresent();
    if (!ownForm || !limit.allows(String.valueOf(request.getRemoteAddr()))) {
      return form(ownForm ? 429 : 403, next, userName, true);
    }
    Optional<SessionToken> session = logIn.logIn(userName, password.toCharArray());
    if (session.isEmpty()) {
      return form(401, next, userName, true);
    }
    return Response.seeOther(URI.create(safe(next)))
        .cookie(Cookies.session(session.get()), Cookies.noLogIn())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @POST
  @StaffOnly
  @Path("logout")
  public Response logOut(@Context SecurityContext security) {
    Staff staff = Staff.in(security);
    logIn.logOut(staff.token(), staff.account());
    return Response.seeOther(URI.create("/"))
        .cookie(Cookies.noSession())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Response form(int status, String next, String userName, boolean failed) {
    SessionToken token = SessionToken.random();
    return pages
        .open(
            status,
            "access/log-in.jte",
            Map.of(
                "formToken",
                token.formToken(),
                "next",
                safe(next),
                "userName",
                userName.length() > 64 ? "" : userName,
                "failed",
                failed))
        .cookie(Cookies.logIn(token))
        .build();
  }

  /** Only pages of ours that need a log-in: never another site. */
  private static String safe(String next) {
    return OWN_PAGE.matcher(next).matches() ? next : START;
  }
}

package dk.borgermaaling.gateway.access.web;

import dk.borgermaaling.gateway.access.Account;
import dk.borgermaaling.gateway.access.LogIn;
import dk.borgermaaling.gateway.access.SessionToken;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lets nobody through to a {@link StaffOnly} resource without an open session: a read is sent to
 * the log-in page and comes back after it, anything else is refused. A post must carry the form
 * token of its session, so that no other site can make a browser send it.
 */
@Provider
@StaffOnly
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class StaffGate implements ContainerRequestFilter {
  /** Name of the hidden field. */
  public static final String FORM_TOKEN = "form-token";

  private static final int LARGEST_FORM = 10_000;

  // Fields, because Jakarta REST makes providers by a constructor without parameters.
  @Inject private LogIn logIn;
  @Inject private StaffPages pages;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    Optional<SessionToken> token = Cookies.session(request.getCookies());
    Optional<Account> account = token.flatMap(logIn::who);
    boolean reads =
        request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    if (account.isEmpty()) {
      request.abortWith(reads ? toLogIn(request.getUriInfo().getRequestUri()) : pages.refused());
      return;
    }
    if (!reads && !token.get().madeForm(formToken(request))) {
      request.abortWith(pages.refused());
      return;
    }
    request.setSecurityContext(new Staff(account.get(), token.get()));
  }

  private static Response toLogIn(URI asked) {
    String query = asked.getRawQuery();
    String back = asked.getRawPath() + (query == null ? "" : "?" + query);
    return Response.seeOther(UriBuilder.fromPath("/login").queryParam("next", "{next}").build(back))
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Reads the form and puts it back for the resource. */
  private static String formToken(ContainerRequestContext request) throws IOException {
    MediaType type = request.getMediaType();
    if (type == null || !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
      return "";
    }
    byte[] form = request.getEntityStream().readNBytes(LARGEST_FORM);
    request.setEntityStream(new ByteArrayInputStream(form));
    for (String field : new String(form, StandardCharsets.UTF_8).split("&", -1)) {
      if (field.startsWith(FORM_TOKEN + "=")) {
        return URLDecoder.decode(field.substring(FORM_TOKEN.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }
}

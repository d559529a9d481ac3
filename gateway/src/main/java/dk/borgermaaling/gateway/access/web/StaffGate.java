package dk.borgermaaling.gateway.access.web;

import dk.borgermaaling.gateway.access.Account;
import dk.borgermaaling.gateway.access.LogIn;
import dk.borgermaaling.gateway.access.SessionToken;
import dk.borgermaaling.gateway.web.MultipartForm;
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
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** As much as the edge lets through: what is cut off here would be missing in the form. */
  private static final int LARGEST_FORM = 64 * 1024;

  /** A form with a file, in bytes; what it may have inside is its resource's to say. */
  public static final int LARGEST_UPLOAD = 15 * 1024 * 1024;

  /**
   * So many bytes of a form that is too large are read and forgotten before it is refused: a server
   * that hangs up on a browser still sending is seen as a broken connection, and its words are
   * lost.
   */
  private static final int READ_AWAY = 64 * 1024 * 1024;

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
    if (!reads) {
      InputStream body = request.getEntityStream();
      byte[] form = body.readNBytes(largest(request) + 1);
      if (form.length > largest(request)) {
        readAway(body);
        request.abortWith(pages.tooLarge());
        return;
      }
      if (!token.get().madeForm(formToken(request, form))) {
        request.abortWith(pages.refused());
        return;
      }
      request.setEntityStream(new ByteArrayInputStream(form));
    }
    request.setSecurityContext(new Staff(account.get(), token.get()));
  }

  private static void readAway(InputStream body) throws IOException {
    byte[] forgotten = new byte[64 * 1024];
    int read = 0;
    for (int sum = 0; read >= 0 && sum < READ_AWAY; sum += read) {
      read = body.read(forgotten);
    }
  }

  private static Response toLogIn(URI asked) {
    String query = asked.getRawQuery();
    String back = asked.getRawPath() + (query == null ? "" : "?" + query);
    return Response.seeOther(UriBuilder.fromPath("/login").queryParam("next", "{next}").build(back))
        .header("Cache-Control", "no-store")
        .build();
  }

  private static int largest(ContainerRequestContext request) {
    return isA(MediaType.MULTIPART_FORM_DATA_TYPE, request.getMediaType())
        ? LARGEST_UPLOAD
        : LARGEST_FORM;
  }

  private static String formToken(ContainerRequestContext request, byte[] form) {
    MediaType type = request.getMediaType();
    if (isA(MediaType.MULTIPART_FORM_DATA_TYPE, type)) {
      return MultipartForm.parse(type, form).text(FORM_TOKEN);
    }
    if (!isA(MediaType.APPLICATION_FORM_URLENCODED_TYPE, type)) {
      return "";
    }
    for (String field : new String(form, StandardCharsets.UTF_8).split("&", -1)) {
      if (field.startsWith(FORM_TOKEN + "=")) {
        return URLDecoder.decode(field.substring(FORM_TOKEN.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private static boolean isA(MediaType wanted, @Nullable MediaType type) {
    return type != null && type.isCompatible(wanted);
  }
}

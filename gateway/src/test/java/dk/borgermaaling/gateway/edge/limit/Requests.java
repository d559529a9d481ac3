package dk.borgermaaling.gateway.edge.limit;

import dk.borgermaaling.gateway.edge.soap.Identity;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As much of a request as a limit looks at. */
public final class Requests {
  private Requests() {}

  /** A request by an address, perhaps with the certificate of mutual TLS. */
  public static HttpServletRequest from(
      @Nullable String address, @Nullable Identity client, String method, String path) {
    Map<String, Object> attributes = new HashMap<>();
    if (client != null) {
      attributes.put(
          "jakarta.servlet.request.X509Certificate", new X509Certificate[] {client.certificate()});
    }
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            Requests.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, called, arguments) ->
                switch (called.getName()) {
                  case "getRemoteAddr" -> address;
                  case "getMethod" -> method;
                  case "getServletPath" -> path;
                  case "getPathInfo" -> null;
                  case "getAttribute" -> attributes.get((String) arguments[0]);
                  case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }

  static HttpServletRequest from(String address) {
    return from(address, null, "POST", "/soap/case-events");
  }

  static HttpServletRequest from(Identity client) {
    return from("192.0.2.1", client, "GET", "/rest/v1/case-events");
  }
}

package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.saml.TokenLimits;
import dk.borgermaaling.gateway.edge.saml.TokenSettings;
import dk.borgermaaling.gateway.edge.soap.Identity;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** The filter in a real server, and a resource behind it that says who called. */
final class RestEdge {
  static final String TRANSACTION = "8cd1b1c0-0000-4000-8000-000000000000.1";
  static final String TIME = "2026-11-26T09:00:00+01:00";
  private static final String WHO = "test-certificate-of";
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final Map<String, Identity> known = new HashMap<>();

  RestEdge(
      Map<String, Identity> callers,
      String path,
      String audience,
      CallerProof proof,
      Filter... before) {
    this(
        callers.entrySet().stream()
            .map(
                caller ->
                    new RestCaller(
                        caller.getKey(),
                        caller.getValue().certificate(),
                        WayIn.ACCESS_TOKEN,
                        Map.of()))
            .toList(),
        path,
        audience,
        proof,
        before);
  }

  /**
   * @param before stand between the certificate of the connection and the callers' filter
   */
  RestEdge(
      List<RestCaller> callers, String path, String audience, CallerProof proof, Filter... before) {
    TokenLimits limits = new TokenLimits(Duration.ofHours(8), Duration.ZERO);
    ProtectedService service = new ProtectedService(path, new TokenSettings(audience, limits));
    connector.setHost("localhost");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    add(context, mutualTls());
    for (Filter filter : before) {
      add(context, filter);
    }
    add(context, new CallerFilter(RestCallers.of(callers), List.of(service), List.of(proof)));
    context.addServlet(new ServletHolder(new WhoCalls()), "/*");
    server.setHandler(context);
  }

  void start() {
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  URI address() {
    return URI.create("http://localhost:" + connector.getLocalPort());
  }

  HttpResponse<String> get(String path, @Nullable Identity client, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + connector.getLocalPort() + path));
    headers.forEach(
        (name, value) -> List.of(value.split("\n")).forEach(one -> request.header(name, one)));
    if (client != null) {
      String name = client.certificate().getSubjectX500Principal().getName();
      known.put(name, client);
      request.header(WHO, name);
    }
    try {
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> headers(@Nullable String authorization, String... more) {
    Map<String, String> headers = new HashMap<>();
    headers.put("x-TransaktionsId", TRANSACTION);
    headers.put("x-TransaktionsTid", TIME);
    if (authorization != null) {
      headers.put("Authorization", authorization);
    }
    for (int i = 0; i < more.length; i += 2) {
      headers.merge(more[i], more[i + 1], (one, other) -> one + "\n" + other);
    }
    return headers;
  }

  /** What the server does with the certificate of a connection. */
  private Filter mutualTls() {
    return (request, response, chain) -> {
      Identity client = known.get(String.valueOf(((HttpServletRequest) request).getHeader(WHO)));
      if (client != null) {
        request.setAttribute(
            "jakarta.servlet.request.X509Certificate",
            new X509Certificate[] {client.certificate()});
      }
      chain.doFilter(request, response);
    };
  }

  private static void add(ServletContextHandler context, Filter filter) {
    context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
  }

  private static final class WhoCalls extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String who = "nobody";
      if (request.getAttribute(CallerFilter.CALLER) instanceof Caller caller) {
        who = caller.cvr() + " " + caller.roles();
      }
      response.getOutputStream().print(who);
    }
  }
}

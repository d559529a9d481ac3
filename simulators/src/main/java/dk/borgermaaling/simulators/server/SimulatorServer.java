package dk.borgermaaling.simulators.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Serves routes over HTTPS, to this machine alone, and asks every client for a certificate, which
 * it may refuse to show.
 */
public final class SimulatorServer implements Closeable {
  private static final Logger LOG = Logger.getLogger(SimulatorServer.class.getName());
  private static final int THREADS = 24;

  static {
    // The JDK's server otherwise waits for an acknowledgement between header and body: 40 ms each.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final List<HttpsServer> servers = new ArrayList<>();
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
  private final List<Route> routes;

  private SimulatorServer(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /** Opens the port on every address that {@code localhost} has; 0 takes a free one. */
  public static SimulatorServer open(int port, SSLContext tls, List<Route> routes)
      throws IOException {
    SimulatorServer server = new SimulatorServer(routes);
    try {
      for (InetAddress address : localhost()) {
        server.listen(new InetSocketAddress(address, server.port(port)), tls);
      }
    } catch (IOException e) {
      server.close();
      throw e;
    }
    return server;
  }

  /** Of IPv4, IPv6 or both, as this machine has them: a browser tries one and then the other. */
  private static Set<InetAddress> localhost() throws IOException {
    Set<InetAddress> here = new LinkedHashSet<>();
    here.add(InetAddress.getLoopbackAddress());
    NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(InetAddress::isLoopbackAddress)
        .forEach(here::add);
    return here;
  }

  private int port(int wanted) {
    return servers.isEmpty() ? wanted : port();
  }

  private void listen(InetSocketAddress address, SSLContext tls) throws IOException {
    HttpsServer https = HttpsServer.create(address, 200);
    https.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
            wanted.setWantClientAuth(true);
            wanted.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            parameters.setSSLParameters(wanted);
          }
        });
    https.createContext("/", this::serve);
    https.setExecutor(workers);
    https.start();
    servers.add(https);
  }

  List<InetSocketAddress> addresses() {
    return servers.stream().map(HttpsServer::getAddress).toList();
  }

  public int port() {
    return servers.get(0).getAddress().getPort();
  }

  private void serve(HttpExchange exchange) {
    try {
      Reply reply = answer(exchange);
      if (!reply.isHangUp()) {
        send(exchange, reply);
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "a client went away", e);
    } finally {
      exchange.close();
    }
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    List<String> segments = Route.segments(exchange.getRequestURI().getRawPath());
    boolean pathKnown = false;
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.match(segments);
      if (variables.isPresent()) {
        pathKnown = true;
        if (route.method().equals(exchange.getRequestMethod())) {
          return answer(exchange, route, variables.get());
        }
      }
    }
    return pathKnown
        ? Reply.text(405, "Method not allowed")
        : Reply.text(404, "Nothing is simulated here");
  }

  private Reply answer(HttpExchange exchange, Route route, Map<String, String> variables)
      throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(route.maxBody() + 1);
    if (body.length > route.maxBody()) {
      return Reply.text(413, "Too large");
    }
    Request request =
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            variables,
            exchange.getRequestURI().getRawQuery(),
            exchange.getRequestHeaders(),
            body,
            certificate(exchange),
            exchange.getRemoteAddress().getAddress());
    try {
      return route.handler().handle(request);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.SEVERE, "no answer for " + route.method() + " " + route.path(), e);
      return Reply.text(500, "The simulator failed");
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    byte[] body = reply.body();
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static @Nullable X509Certificate certificate(HttpExchange exchange) {
    try {
      return exchange instanceof HttpsExchange https
              && https.getSSLSession().getPeerCertificates()[0] instanceof X509Certificate shown
          ? shown
          : null;
    } catch (SSLPeerUnverifiedException e) {
      return null;
    }
  }

  @Override
  public void close() {
    servers.forEach(https -> https.stop(0));
    workers.shutdownNow();
  }
}

package dk.borgermaaling.simulators.support;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.server.Handler;
import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.server.SimulatorServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for the gateway: takes receipts and, if told so, shows pages. */
public final class FakeGateway {
  private final SimulatorServer server;
  private final List<String> receipts = new CopyOnWriteArrayList<>();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private volatile String statusCode = "20";

  private FakeGateway(int port, List<Route> more) throws IOException {
    List<Route> routes = new ArrayList<>(more);
    routes.add(Route.post("/beskedfordeler/modtag", request -> receive(request, receipts)));
    routes.add(Route.post("/beskedfordeler/haendelser", request -> receive(request, events)));
    this.server =
        SimulatorServer.open(
            port,
            Gateway.tls(TestCertificates.key("tls").managers(), TestCertificates.trust()),
            routes);
  }

  public static FakeGateway open(int port) throws IOException {
    return new FakeGateway(port, List.of());
  }

  /** With pages at {@code /s/{token}}. */
  public static FakeGateway withPages(Handler get, Handler post) throws IOException {
    return new FakeGateway(
        0, List.of(Route.get("/s/{token}", get), Route.post("/s/{token}", post)));
  }

  private Reply receive(Request request, List<String> received) {
    boolean beskedfordeler =
        request
            .client()
            .map(shown -> shown.equals(TestCertificates.key("beskedfordeler").certificate()))
            .orElse(false);
    if (!beskedfordeler) {
      return Reply.text(403, "");
    }
    received.add(request.text());
    return Reply.of(
        200,
        "application/xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
            + "<ns2:ModtagBeskedOutput xmlns=\"urn:oio:sagdok:3.0.0\" xmlns:ns2=\"urn:oio:sts:1.0.0\">"
            + "<StandardRetur><StatusKode>"
            + statusCode
            + "</StatusKode><FejlbeskedTekst/></StandardRetur>"
            + "</ns2:ModtagBeskedOutput>");
  }

  /** Answers receipts with this code from now on. */
  public void answer(String code) {
    statusCode = code;
  }

  /** Messages with case events. */
  public List<String> events() {
    return events;
  }

  public List<String> receipts() {
    return receipts;
  }

  public int port() {
    return server.port();
  }

  public URI address() {
    return URI.create("https://localhost:" + server.port());
  }

  public void close() {
    server.close();
  }
}

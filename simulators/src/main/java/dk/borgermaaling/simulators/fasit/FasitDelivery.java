package dk.borgermaaling.simulators.fasit;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.casesystems.Delivery;
import dk.borgermaaling.simulators.casesystems.Receipts;
import dk.borgermaaling.simulators.world.StoryEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** {@code POST /fasit/events} over mutual TLS. */
public final class FasitDelivery implements Delivery {
  private final Gateway gateway;
  private final URI address;
  private final String tenant;

  /**
   * Sends as one tenant.
   *
   * @param gateway shows Fasit's certificate
   * @param base the gateway's address for mutual TLS, no trailing slash
   */
  public FasitDelivery(Gateway gateway, URI base, String tenant) {
    this.gateway = gateway;
    this.address = URI.create(base + "/fasit/events");
    this.tenant = tenant;
  }

  @Override
  public Receipts send(List<StoryEvent> events) throws IOException, InterruptedException {
    return send(message(events), events);
  }

  /**
   * Hands a message over.
   *
   * @param events that it tells
   */
  Receipts send(String message, List<StoryEvent> events) throws IOException, InterruptedException {
    HttpResponse<String> answer = exchange(gateway, message);
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    return FasitReceipts.read(answer.body(), events);
  }

  /** As it is pushed. */
  String message(List<StoryEvent> events) {
    return FasitXml.write(tenant, events);
  }

  @Override
  public void knock() throws IOException, InterruptedException {
    int status = post(message(List.of()));
    if (status != 400) {
      throw new IOException("status " + status + " for a batch without events");
    }
  }

  /** The status of the answer to anything. */
  int post(String message) throws IOException, InterruptedException {
    return post(gateway, message);
  }

  /** The same, as another party. */
  int post(Gateway as, String message) throws IOException, InterruptedException {
    return exchange(as, message).statusCode();
  }

  private HttpResponse<String> exchange(Gateway as, String message)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/xml; charset=UTF-8")
            .POST(BodyPublishers.ofString(message))
            .build();
    return as.send(request);
  }

  /** Announces the whole message, sends half of it and is gone. */
  void postHalf(String message) throws IOException {
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/xml\r\nContent-Length: %d\r\n\r\n"
            .formatted(address.getPath(), address.getAuthority(), body.length);
    try (Socket plain = new Socket(address.getHost(), address.getPort())) {
      Socket socket =
          gateway
              .tls()
              .getSocketFactory()
              .createSocket(plain, address.getHost(), address.getPort(), false);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(body, 0, body.length / 2);
      out.flush();
      plain.setSoLinger(true, 0);
    }
  }
}

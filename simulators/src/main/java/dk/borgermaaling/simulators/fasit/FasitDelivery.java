package dk.borgermaaling.simulators.fasit;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.casesystems.Delivery;
import dk.borgermaaling.simulators.casesystems.Receipts;
import dk.borgermaaling.simulators.world.StoryEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
    HttpResponse<String> answer = post(events);
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    return FasitReceipts.read(answer.body(), events);
  }

  @Override
  public void knock() throws IOException, InterruptedException {
    int status = post(List.of()).statusCode();
    if (status != 400) {
      throw new IOException("status " + status + " for a batch without events");
    }
  }

  private HttpResponse<String> post(List<StoryEvent> events)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/xml; charset=UTF-8")
            .POST(BodyPublishers.ofString(FasitXml.write(tenant, events)))
            .build();
    return gateway.send(request);
  }
}

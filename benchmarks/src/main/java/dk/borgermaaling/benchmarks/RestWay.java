package dk.borgermaaling.benchmarks;

import dk.borgermaaling.simulators.Gateway;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A way in to REST (docs/adr/0013).
 *
 * @param client with the caller's certificate, or without one
 * @param requests the request for this CloudEvent
 * @param answered whether an answer has what this way promises of it
 */
record RestWay(
    Gateway client,
    Function<String, HttpRequest> requests,
    Predicate<HttpResponse<String>> answered) {
  static final String PATH = "/rest/v1/case-events";
  static final String TYPE = "application/cloudevents+json";

  /** With a token that is bound to the certificate of the connection. */
  static RestWay ofToken(RunningSystem system, String party, String authorization) {
    URI address = system.mutualTls(PATH);
    return new RestWay(
        system.around().gatewayAs(party),
        body ->
            request(address, UUID.randomUUID() + ".1", body)
                .header("Authorization", authorization)
                .build(),
        answer -> true);
  }

  static HttpRequest.Builder request(URI address, String transaction, String body) {
    return HttpRequest.newBuilder(address)
        .timeout(Load.PATIENCE)
        .header("Content-Type", TYPE)
        .header("x-TransaktionsId", transaction)
        .header("x-TransaktionsTid", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }
}

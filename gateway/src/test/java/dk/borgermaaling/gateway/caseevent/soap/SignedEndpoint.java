package dk.borgermaaling.gateway.caseevent.soap;

import dk.borgermaaling.gateway.caseevent.CaseEventStatus;
import dk.borgermaaling.gateway.caseevent.EventBatches;
import dk.borgermaaling.gateway.caseevent.Withdrawals;
import dk.borgermaaling.gateway.edge.Authority;
import dk.borgermaaling.gateway.edge.saml.TokenLimits;
import dk.borgermaaling.gateway.edge.saml.TokenSettings;
import dk.borgermaaling.gateway.edge.soap.CurrentMessage;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.soap.MunicipalityCalls;
import dk.borgermaaling.gateway.edge.soap.PolicyVerifier;
import dk.borgermaaling.gateway.edge.soap.QuietLibraries;
import dk.borgermaaling.gateway.edge.soap.ServiceDescription;
import dk.borgermaaling.gateway.edge.soap.SignedService;
import dk.borgermaaling.gateway.edge.soap.SoapProfile;
import dk.borgermaaling.gateway.edge.soap.SoapSettings;
import dk.borgermaaling.gateway.edge.soap.TestToken;
import dk.borgermaaling.gateway.edge.trust.TrustFolder;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.testing.NothingParked;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;

/**
 * The real endpoint on an in-process HTTP server, with lists behind it and made-up certificates.
 */
final class SignedEndpoint implements AutoCloseable {
  static final int MAX_BYTES = 1_000_000;
  static final String PUBLIC = "https://gateway.test/soap/case-events";
  static final Identity CA = Identity.authority("Test CA");
  static final Identity STS = CA.issue("sts");
  static final Identity NEXT_STS = CA.issue("sts-next");
  static final Identity GATEWAY = CA.issue("gateway");
  static final Identity CALLER = CA.issue("caller");
  static final Identity STRANGER = CA.issue("stranger");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final IntakeInMemory intake = new IntakeInMemory();
  final TrustFolder trust;
  final String address;
  final Bus bus;

  private final String mediaType;

  SignedEndpoint() {
    this(CaseEventSoap.OIO_IDWS);
  }

  SignedEndpoint(ServiceDescription description) {
    this(description, new TrustFolder(GATEWAY, STS, NEXT_STS));
  }

  SignedEndpoint(ServiceDescription description, TrustFolder trust) {
    this.trust = trust;
    String root = "http://localhost:" + freePort() + "/soap";
    address = root + description.path();
    mediaType = description.profile() == SoapProfile.OIO_IDWS ? "application/soap+xml" : "text/xml";
    bus = new CXFBusFactory().createBus();
    QuietLibraries.hush();
    SoapSettings settings =
        new SoapSettings(
                new TokenSettings(
                    TestToken.AUDIENCE,
                    new TokenLimits(Duration.ofHours(8), Duration.ofSeconds(60))),
                List.of(URI.create("https://gateway.test/soap"), URI.create(root)),
                MAX_BYTES)
            .at(description.path());
    var verifier = new PolicyVerifier(trust.trust(), settings, description, Clock.systemUTC());
    StoreInMemory store = new StoreInMemory(intake);
    var endpoint =
        new CaseEventEndpoint(
            new EventBatches(intake),
            new Withdrawals(intake, store, new NothingParked(), ids -> {}, new RealTime()),
            new CaseEventStatus(intake, store, id -> Optional.empty()),
            new MunicipalityCalls(
                new Authority(intake, new RealTime()), intake, intake, CurrentMessage::get));
    new SignedService(endpoint, description, verifier, settings, Clock.systemUTC())
        .publish(bus, address);
  }

  HttpResponse<String> post(byte[] message) {
    return post(message, mediaType + "; charset=utf-8");
  }

  HttpResponse<String> post(byte[] message, String contentType) {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(message)));
  }

  HttpResponse<String> get(String query) {
    return send(HttpRequest.newBuilder(URI.create(address + query)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String event(UUID id, String municipality, String cpr) {
    return """
        <c:caseEvent><c:eventId>%s</c:eventId><c:source>OTHER</c:source>\
        <c:municipalityCode>%s</c:municipalityCode><c:entityId>samtale-%s</c:entityId>\
        <c:version>1</c:version><c:occurredAt>%s</c:occurredAt><c:recipient><c:cprNumber>%s\
        </c:cprNumber></c:recipient><c:targetGroup><c:codeSystem>LAB6</c:codeSystem>\
        <c:code>6.2</c:code><c:startDate>2026-01-05</c:startDate></c:targetGroup><c:course>\
        <c:startDate>2026-01-05</c:startDate><c:responsibleActor>MUNICIPALITY\
        </c:responsibleActor></c:course><c:conversationHeld><c:date>2026-03-02</c:date>\
        <c:typeId>7</c:typeId><c:form>IN_PERSON</c:form></c:conversationHeld></c:caseEvent>"""
        .formatted(id, municipality, id, Instant.now().minusSeconds(3600), cpr);
  }

  static String body(String... events) {
    return "<c:registerCaseEvents xmlns:c=\"http://borgermaaling.dk/contract/case-event/1\">"
        + String.join("", events)
        + "</c:registerCaseEvents>";
  }

  static String oneEvent() {
    return body(event(UUID.randomUUID(), "0740", "6101901234"));
  }

  @Override
  public void close() {
    bus.shutdown(true);
    trust.close();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Business time that is real time. */
  static final class RealTime implements BusinessClock {
    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public Instant toReal(Instant business) {
      return business;
    }
  }
}

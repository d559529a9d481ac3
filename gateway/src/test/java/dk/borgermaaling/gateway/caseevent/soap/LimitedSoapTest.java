package dk.borgermaaling.gateway.caseevent.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.limit.CallLimits;
import dk.borgermaaling.gateway.edge.limit.HandClock;
import dk.borgermaaling.gateway.edge.limit.LimitSettings;
import dk.borgermaaling.gateway.edge.soap.RawMessage;
import dk.borgermaaling.gateway.edge.soap.ServiceDescription;
import dk.borgermaaling.gateway.edge.soap.SoapProfile;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A limit at a signed endpoint, counted as the filter counts it in the server. */
class LimitedSoapTest {
  static Stream<ServiceDescription> doors() {
    return Stream.of(CaseEventSoap.OIO_IDWS, CaseEventSoap.LIBERTY_BASIC);
  }

  @ParameterizedTest
  @MethodSource("doors")
  void an_address_beyond_its_limit_gets_the_fault_of_its_soap_and_nothing_is_read(
      ServiceDescription door) {
    HandClock clock = new HandClock(0);
    try (SignedEndpoint endpoint = new SignedEndpoint(door)) {
      count(endpoint, new CallLimits(new LimitSettings(1, 1, 1, 100), clock));
      assertThat(endpoint.post("rubbish".getBytes(StandardCharsets.UTF_8)).body())
          .contains("problems/malformed");
      assertLimited(endpoint.post("rubbish".getBytes(StandardCharsets.UTF_8)), door);
      assertLimited(endpoint.post(message(endpoint, door).bytes()), door);
      assertThat(endpoint.get("?wsdl").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("doors")
  void a_verified_caller_beyond_its_limit_may_send_the_same_message_again(ServiceDescription door) {
    HandClock clock = new HandClock(0);
    try (SignedEndpoint endpoint = new SignedEndpoint(door)) {
      count(endpoint, new CallLimits(new LimitSettings(1, 2, 1, 100), clock));
      for (int i = 0; i < 2; i++) {
        assertThat(endpoint.post(message(endpoint, door).bytes()).statusCode()).isEqualTo(200);
      }
      byte[] third = message(endpoint, door).bytes();
      assertLimited(endpoint.post(third), door);
      clock.pass(Duration.ofSeconds(1));
      assertThat(endpoint.post(third).statusCode()).isEqualTo(200);
    }
  }

  private static void assertLimited(HttpResponse<String> answer, ServiceDescription door) {
    boolean oio = door.profile() == SoapProfile.OIO_IDWS;
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith(oio ? "application/soap+xml" : "text/xml");
    assertThat(answer.body())
        .contains(oio ? "<soap:Value>soap:Receiver<" : "<faultcode>soap:Server<")
        .contains("problems/too-many-requests", "Too many calls; try again in 1 s")
        .contains("<ErrorCode>too-many-requests</ErrorCode>")
        .doesNotContain("Signature", "Security");
  }

  private static RawMessage message(SignedEndpoint endpoint, ServiceDescription door) {
    RawMessage message =
        RawMessage.of(SignedCaseEventsTest.token(), endpoint.address, SignedEndpoint.oneEvent());
    return door.profile() == SoapProfile.OIO_IDWS
        ? message
        : message.liberty("urn:liberty:sb:2006-08");
  }

  /** Before the gate of every endpoint, as the filter of the server is. */
  private static void count(SignedEndpoint endpoint, CallLimits limits) {
    endpoint.bus.getInInterceptors().add(new Counting(limits));
  }

  private static final class Counting extends AbstractPhaseInterceptor<Message> {
    private final CallLimits limits;

    Counting(CallLimits limits) {
      super(Phase.RECEIVE);
      addBefore("dk.borgermaaling.gateway.edge.soap.GateInterceptor");
      this.limits = limits;
    }

    @Override
    public void handleMessage(Message message) {
      if (message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request
          && "POST".equals(request.getMethod())) {
        limits.begin(request);
      }
    }
  }
}

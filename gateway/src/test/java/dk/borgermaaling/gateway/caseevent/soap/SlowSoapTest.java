package dk.borgermaaling.gateway.caseevent.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.limit.HandClock;
import dk.borgermaaling.gateway.edge.soap.ServiceDescription;
import dk.borgermaaling.gateway.edge.soap.SoapProfile;
import dk.borgermaaling.gateway.edge.web.BodyTimeFilter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A message that comes too slowly to a signed endpoint, timed as the filter of the server does. */
class SlowSoapTest {
  static Stream<ServiceDescription> doors() {
    return Stream.of(CaseEventSoap.OIO_IDWS, CaseEventSoap.LIBERTY_BASIC);
  }

  @ParameterizedTest
  @MethodSource("doors")
  void a_message_that_takes_too_long_gets_the_fault_of_its_soap(ServiceDescription door) {
    boolean oio = door.profile() == SoapProfile.OIO_IDWS;
    try (SignedEndpoint endpoint = new SignedEndpoint(door)) {
      endpoint.bus.getInInterceptors().add(new Timing());
      HttpResponse<String> answer = endpoint.post("slow".getBytes(StandardCharsets.UTF_8));
      assertThat(answer.statusCode()).isEqualTo(408);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith(oio ? "application/soap+xml" : "text/xml");
      assertThat(answer.body())
          .contains(oio ? "<soap:Value>soap:Receiver<" : "<faultcode>soap:Server<")
          .contains("problems/too-slow", "A message takes at most 30 s")
          .contains("<ErrorCode>too-slow</ErrorCode>")
          .doesNotContain("Signature", "Security");
      assertThat(endpoint.intake.events()).isEmpty();
    }
  }

  /**
   * Before the gate of every endpoint, as the filter of the server is; then half a minute passes.
   */
  private static final class Timing extends AbstractPhaseInterceptor<Message> {
    Timing() {
      super(Phase.RECEIVE);
      addBefore("dk.borgermaaling.gateway.edge.soap.GateInterceptor");
    }

    @Override
    public void handleMessage(Message message) {
      HandClock clock = new HandClock(0);
      var request =
          (HttpServletRequest)
              Objects.requireNonNull(message.get(AbstractHTTPDestination.HTTP_REQUEST));
      var response =
          (HttpServletResponse)
              Objects.requireNonNull(message.get(AbstractHTTPDestination.HTTP_RESPONSE));
      try {
        new BodyTimeFilter(Duration.ofSeconds(30), clock)
            .doFilter(
                new AtTheServlet(request),
                response,
                (timed, answer) -> message.setContent(InputStream.class, timed.getInputStream()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ServletException e) {
        throw new IllegalStateException(e);
      }
      clock.pass(Duration.ofSeconds(30));
    }
  }

  private static final class AtTheServlet extends HttpServletRequestWrapper {
    AtTheServlet(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getServletPath() {
      return "/soap";
    }
  }
}

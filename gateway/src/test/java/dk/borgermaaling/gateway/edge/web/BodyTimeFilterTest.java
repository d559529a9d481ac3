package dk.borgermaaling.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.EdgeSettings;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.limit.HandClock;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTimeFilterTest {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final byte[] BODY = "<events/>".getBytes(StandardCharsets.UTF_8);
  private final HandClock clock = new HandClock(-7);
  private final BodyTimeFilter filter = new BodyTimeFilter(LONGEST, clock);
  private final Servlets.Answer answer = new Servlets.Answer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rest/v1/case-events",
        "/rest/v1/token",
        "/fasit/events",
        "/beskedfordeler/modtag",
        "/beskedfordeler/haendelser",
        "//fasit;x=1/events"
      })
  void a_sender_that_drips_gets_a_problem_when_its_time_is_over(String path) throws Exception {
    Dripping request = new Dripping(path, Duration.ofSeconds(10));
    filter.doFilter(request, answer.response(), capped());
    assertThat(answer.status).isEqualTo(408);
    assertThat(answer.headers)
        .containsEntry("Connection", "close")
        .containsEntry("Content-Type", "application/problem+json");
    assertThat(answer.body())
        .contains("problems/too-slow", "A message takes at most 30 s", "urn:uuid:");
    assertThat(answer.passedOn).isNull();
    assertThat(request.sent).as("what was read of %d bytes", BODY.length).isEqualTo(3);
  }

  @Test
  void the_endpoint_of_soap_meets_the_end_of_the_time_itself_and_can_read_no_byte_more()
      throws Exception {
    Dripping request = new Dripping("/soap/case-events", Duration.ofSeconds(10));
    filter.doFilter(
        request,
        answer.response(),
        (timed, response) -> {
          for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> timed.getInputStream().readAllBytes())
                .isInstanceOfSatisfying(
                    ProblemException.class,
                    e -> assertThat(e.problem().type()).isEqualTo(ProblemType.TOO_SLOW));
          }
          assertThatThrownBy(() -> timed.getReader().read()).isInstanceOf(ProblemException.class);
          answer.passedOn = "seen";
        });
    assertThat(answer.passedOn).isEqualTo("seen");
    assertThat(request.sent).isEqualTo(3);
    assertThat(answer.headers).containsEntry("Connection", "close");
  }

  @Test
  void a_body_within_its_time_arrives_whole() throws Exception {
    filter.doFilter(new Dripping("/fasit/events", SECOND), answer.response(), capped());
    assertThat(answer.passedOn).isEqualTo("<events/>");
    assertThat(answer.headers).doesNotContainKey("Connection");
  }

  @Test
  void a_sender_that_the_server_gave_up_after_the_time_is_too_slow_and_before_it_has_no_body()
      throws Exception {
    filter.doFilter(new Silent(LONGEST), answer.response(), capped());
    assertThat(answer.status).isEqualTo(408);
    filter.doFilter(new Silent(SECOND), answer.response(), capped());
    assertThat(answer.status).isEqualTo(400);
    assertThat(answer.passedOn).isNull();
  }

  @Test
  void a_page_has_no_time_of_ours() throws Exception {
    filter.doFilter(new Dripping("/login", Duration.ofMinutes(1)), answer.response(), capped());
    assertThat(answer.passedOn).isEqualTo("<events/>");
  }

  @Test
  void another_problem_is_not_answered_here() {
    ProblemException other = Refusal.notTrusted("a test");
    assertThatThrownBy(
            () ->
                filter.doFilter(
                    new Dripping("/rest/v1/x", SECOND),
                    answer.response(),
                    (request, response) -> {
                      throw other;
                    }))
        .isSameAs(other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.9S", "PT10M0.001S"})
  void a_time_that_lets_nobody_through_or_everybody_is_refused_at_the_start(String time) {
    assertThatThrownBy(() -> new EdgeSettings(1, 9444, Duration.parse(time)))
        .hasMessageContaining("gateway.edge.max-body-time");
  }

  private FilterChain capped() {
    return (request, response) ->
        new SizeCapFilter(100, 100).doFilter(request, response, answer.chain());
  }

  /** Sends a byte, and lets time pass before each. */
  private class Dripping extends HttpServletRequestWrapper {
    private final Duration pause;
    int sent;

    Dripping(String path, Duration pause) {
      super(Servlets.request(path, 9444, true, null, BODY, -1));
      this.pause = pause;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      HttpServletRequest whole = (HttpServletRequest) getRequest();
      ServletInputStream bytes = whole.getInputStream();
      return new OneByOne(bytes.readAllBytes());
    }

    private final class OneByOne extends ServletInputStream {
      private final ByteArrayInputStream left;

      OneByOne(byte[] bytes) {
        left = new ByteArrayInputStream(bytes);
      }

      @Override
      public int read() {
        clock.pass(pause);
        sent++;
        return left.read();
      }

      @Override
      public int read(byte[] target, int from, int length) {
        int next = read();
        if (next >= 0) {
          target[from] = (byte) next;
        }
        return next < 0 ? -1 : 1;
      }

      @Override
      public boolean isFinished() {
        return left.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException();
      }
    }
  }

  /** Sends nothing until the server has enough. */
  private final class Silent extends Dripping {
    private final Duration patience;

    Silent(Duration patience) {
      super("/rest/v1/case-events", Duration.ZERO);
      this.patience = patience;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      ServletInputStream nothing = super.getInputStream();
      return new ServletInputStream() {
        @Override
        public int read() throws IOException {
          clock.pass(patience);
          throw new IOException("the server's read has timed out");
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
          return read();
        }

        @Override
        public boolean isFinished() {
          return nothing.isFinished();
        }

        @Override
        public boolean isReady() {
          return nothing.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
          nothing.setReadListener(listener);
        }
      };
    }
  }
}

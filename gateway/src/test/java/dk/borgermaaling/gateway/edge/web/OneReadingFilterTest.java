package dk.borgermaaling.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneReadingFilterTest {
  private static final byte[] BODY = "<events/>".getBytes(StandardCharsets.UTF_8);
  private final Servlets.Answer answer = new Servlets.Answer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 Content-Length: 9 | Content-Length: 5",
        "HTTP/1.1 Content-Length: 9 | Content-Length: 9",
        "HTTP/2.0 Content-Length: 9 | Content-Length: 5",
        "HTTP/2.0 Host: localhost | Content-Length: 9 | Content-Length: 9",
        "HTTP/1.1 Content-Length: 9 | Transfer-Encoding: chunked",
        "HTTP/1.1 Transfer-Encoding: chunked | Transfer-Encoding: chunked",
        "HTTP/1.1 Transfer-Encoding: gzip, chunked",
        "HTTP/1.1 Host: localhost | Host: evil.test",
        "HTTP/1.1 X-A: a\u0000b",
        "HTTP/1.1 X-A: a\u007Fb",
        "HTTP/9.9 Content-Length: 9",
        "HTTP/0.9 Content-Length: 9"
      })
  void what_two_servers_could_read_in_two_ways_is_refused_and_the_connection_ends(String head)
      throws Exception {
    pass(head);
    assertThat(answer.status).isEqualTo(400);
    assertThat(answer.headers).containsEntry("Connection", "close");
    assertThat(answer.body()).contains("problems/malformed", "urn:uuid:");
    assertThat(answer.passedOn).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0 Content-Length: 9",
        "HTTP/1.1 Content-Length: 9 | Host: localhost | X-A: a\tb",
        "HTTP/1.1 Transfer-Encoding: Chunked",
        "HTTP/1.1 Content-Encoding: identity",
        "HTTP/2.0 Content-Length: 9 | Content-Length: 9"
      })
  void what_has_one_reading_is_passed_on(String head) throws Exception {
    pass(head);
    assertThat(answer.passedOn).isEqualTo("<events/>");
  }

  @Test
  void a_compressed_body_is_not_unpacked() throws Exception {
    pass("HTTP/1.1 Content-Encoding: gzip");
    assertThat(answer.status).isEqualTo(415);
    assertThat(answer.passedOn).isNull();
  }

  private void pass(String head) throws Exception {
    new OneReadingFilter().doFilter(new Headed(head), answer.response(), answer.chain());
  }

  /** A request whose version and header lines are told in one string. */
  private static final class Headed extends HttpServletRequestWrapper {
    private final String version;
    private final List<String> fields;

    Headed(String head) {
      super(Servlets.request("/rest/v1/case-events", 9444, true, null, BODY, BODY.length));
      version = head.substring(0, "HTTP/1.1".length());
      fields = List.of(head.substring(version.length() + 1).split(" \\| "));
    }

    @Override
    public String getProtocol() {
      return version;
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return Collections.enumeration(
          fields.stream().map(field -> field.substring(0, field.indexOf(':'))).distinct().toList());
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return Collections.enumeration(
          fields.stream()
              .filter(field -> field.startsWith(name + ": "))
              .map(field -> field.substring(name.length() + 2))
              .toList());
    }
  }
}

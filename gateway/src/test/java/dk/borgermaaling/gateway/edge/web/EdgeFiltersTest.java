package dk.borgermaaling.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.ClientCertificate;
import dk.borgermaaling.gateway.edge.EdgeSettings;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.trust.RevocationSettings;
import dk.borgermaaling.gateway.edge.trust.TrustFolder;
import dk.borgermaaling.gateway.kernel.ProblemException;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeFiltersTest {
  private static final Identity CA = Identity.authority("Test CA");
  private static final Identity REVOKED = CA.issue("revoked");
  private static final X509Certificate FASIT = CA.issue("Fasit").certificate();
  private static final TrustFolder TRUST =
      new TrustFolder(CA, RevocationSettings.Mode.HARD, CA.issue("gateway"), CA.issue("sts"));
  private static final byte[] BODY = "<events/>".getBytes(StandardCharsets.UTF_8);
  private final Servlets.Answer answer = new Servlets.Answer();

  @AfterAll
  static void clean() {
    TRUST.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/fasit/events",
        "/beskedfordeler/modtag",
        "/beskedfordeler/haendelser",
        "//fasit/events",
        "/fasit;a=b/events",
        "/./fasit"
      })
  void another_system_without_a_certificate_is_not_trusted(String path) throws Exception {
    pass(new MutualTlsFilter(9444, TRUST.trust().revocation()), path, 9443, null);
    assertThat(answer.status).isEqualTo(401);
    assertThat(answer.headers)
        .containsEntry("Content-Type", "application/problem+json")
        .containsEntry("WWW-Authenticate", "Holder-of-key error=\"invalid_token\"");
    assertThat(answer.body()).contains("problems/not-trusted", "urn:uuid:");
    assertThat(answer.passedOn).isNull();
  }

  @Test
  void another_system_with_a_certificate_is_let_in_and_known_by_its_thumbprint() throws Exception {
    pass(new MutualTlsFilter(9444, TRUST.trust().revocation()), "/fasit/events", 9444, FASIT);
    assertThat(answer.passedOn).isEqualTo("<events/>");
    var request = Servlets.request("/fasit/events", 9444, true, FASIT, BODY, -1);
    assertThat(ClientCertificate.of(request).thumbprint()).isEqualTo(Thumbprint.of(FASIT));
  }

  @Test
  void another_system_with_a_revoked_certificate_is_not_trusted() throws Exception {
    TRUST.revoke(REVOKED);
    pass(
        new MutualTlsFilter(9444, TRUST.trust().revocation()),
        "/fasit/events",
        9444,
        REVOKED.certificate());
    assertThat(answer.status).isEqualTo(401);
    assertThat(answer.body())
        .contains("problems/not-trusted", "The message could not be trusted")
        .doesNotContain("revoked");
    assertThat(answer.passedOn).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/fasit/events",
        "/beskedfordeler/modtag",
        "/beskedfordeler/haendelser",
        "/rest/v1/case-events",
        "/rest/v1/token"
      })
  void another_system_with_a_certificate_that_the_operator_refuses_is_not_trusted(String path)
      throws Exception {
    Identity stolen = CA.issue("stolen");
    TRUST.refuse(stolen);
    pass(new MutualTlsFilter(9444, TRUST.trust().revocation()), path, 9444, stolen.certificate());
    assertThat(answer.status).isEqualTo(401);
    assertThat(answer.body()).contains("problems/not-trusted").doesNotContain("refuse");
    assertThat(answer.passedOn).isNull();
  }

  @Test
  void a_page_is_not_served_on_the_port_of_mutual_tls() throws Exception {
    pass(new MutualTlsFilter(9444, TRUST.trust().revocation()), "/console", 9444, FASIT);
    assertThat(answer.status).isEqualTo(404);
    assertThat(answer.passedOn).isNull();
  }

  @Test
  void a_page_needs_no_certificate() throws Exception {
    pass(new MutualTlsFilter(9444, TRUST.trust().revocation()), "/s/fasit", 9443, null);
    assertThat(answer.passedOn).isEqualTo("<events/>");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 9, 1_000_000})
  void a_body_beyond_the_cap_is_too_large_whatever_length_was_told(long told) throws Exception {
    var request = Servlets.request("/fasit/events", 9444, true, FASIT, BODY, told);
    new SizeCapFilter(8, 100).doFilter(request, answer.response(), answer.chain());
    assertThat(answer.status).isEqualTo(413);
    assertThat(answer.body()).contains("problems/too-large");
    assertThat(answer.passedOn).isNull();
  }

  @Test
  void a_body_within_the_cap_arrives_whole() throws Exception {
    pass(new SizeCapFilter(9, 1), "/fasit/events", 9444, FASIT);
    assertThat(answer.passedOn).isEqualTo("<events/>");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 9, 1_000_000})
  void a_form_beyond_the_cap_of_pages_is_too_large_whatever_length_was_told(long told)
      throws Exception {
    for (String path : new String[] {"/login", "/logout", "/console/x", "/", "//login", "/sx"}) {
      Servlets.Answer refused = new Servlets.Answer();
      var request = Servlets.request(path, 9443, true, null, BODY, told);
      new SizeCapFilter(100, 8).doFilter(request, refused.response(), refused.chain());
      assertThat(refused.status).as(path).isEqualTo(413);
      assertThat(refused.body()).contains("problems/too-large", "urn:uuid:");
      assertThat(refused.passedOn).isNull();
    }
  }

  @Test
  void a_body_beyond_the_cap_is_read_no_further_than_the_cap() throws Exception {
    byte[] endless = new byte[1_000_000];
    var request = Servlets.request("/login", 9443, true, null, endless, -1);
    new SizeCapFilter(100, 8).doFilter(request, answer.response(), answer.chain());
    assertThat(request.getInputStream().readAllBytes()).hasSize(endless.length - 9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/soap/case-events", "/s/AbCdEf"})
  void what_has_a_cap_of_its_own_gets_the_body_unread(String path) throws Exception {
    pass(new SizeCapFilter(1, 1), path, 9443, null);
    assertThat(answer.passedOn).isEqualTo("<events/>");
  }

  @ParameterizedTest
  @CsvSource({
    "/lists,POST,multipart/form-data; boundary=x,200",
    "/lists,POST,application/x-www-form-urlencoded,413",
    "/lists,PUT,multipart/form-data; boundary=x,413",
    "/console/fasit-files,POST,multipart/form-data; boundary=x,200",
    "/dashboard,POST,multipart/form-data; boundary=x,413",
    "/listsx,POST,multipart/form-data; boundary=x,413"
  })
  void an_upload_of_staff_alone_is_left_for_its_gate_to_read(
      String path, String method, String type, int status) throws Exception {
    var request =
        new HttpServletRequestWrapper(
            Servlets.request(path, 9443, true, null, new byte[1_000], -1)) {
          @Override
          public String getMethod() {
            return method;
          }

          @Override
          public String getContentType() {
            return type;
          }
        };
    new SizeCapFilter(1, 100).doFilter(request, answer.response(), answer.chain());
    assertThat(answer.status).isEqualTo(status);
  }

  @Test
  void a_form_within_the_cap_keeps_its_parameters() throws Exception {
    byte[] form = "user-name=J%C3%B8rgen&next=%2Fa+b&x=2&y".getBytes(StandardCharsets.US_ASCII);
    var request = Servlets.form("/login", "x=1", form);
    new SizeCapFilter(1, 100)
        .doFilter(
            request,
            answer.response(),
            (passed, response) -> {
              assertThat(passed.getParameter("user-name")).isEqualTo("Jørgen");
              assertThat(passed.getParameter("next")).isEqualTo("/a b");
              assertThat(passed.getParameterValues("x")).containsExactly("1", "2");
              assertThat(passed.getParameter("y")).isEmpty();
              assertThat(passed.getParameter("z")).isNull();
              assertThat(Collections.list(passed.getParameterNames()))
                  .containsExactly("x", "user-name", "next", "y");
              assertThat(passed.getInputStream().readAllBytes()).isEqualTo(form);
              answer.passedOn = "seen";
            });
    assertThat(answer.passedOn).isEqualTo("seen");
  }

  @Test
  void a_form_that_is_not_url_encoded_is_malformed() {
    var request = Servlets.form("/login", null, "a=%zz".getBytes(StandardCharsets.US_ASCII));
    var read = new ReadRequest(request, "a=%zz".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(read::getParameterMap).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16 * 1024 * 1024})
  void the_cap_of_messages_is_below_the_servers_own(int bytes) {
    assertThatThrownBy(() -> new EdgeSettings(bytes, 9444, Duration.ofSeconds(30)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_answer_says_what_a_browser_may_do_with_it() throws Exception {
    pass(new SecurityHeadersFilter(), "/s/x", 9443, null);
    assertThat(answer.headers)
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Referrer-Policy", "no-referrer")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Strict-Transport-Security", "max-age=31536000");
    assertThat(answer.headers.get("Content-Security-Policy"))
        .startsWith("default-src 'self';")
        .contains("frame-ancestors 'none'");
  }

  @Test
  void a_resource_that_knows_better_replaces_a_header() throws Exception {
    var request = Servlets.request("/assets/a.css", 9443, true, null, BODY, -1);
    new SecurityHeadersFilter()
        .doFilter(
            request,
            answer.response(),
            (passed, response) ->
                ((HttpServletResponse) response).addHeader("Cache-Control", "max-age=60"));
    assertThat(answer.headers).containsEntry("Cache-Control", "max-age=60");
  }

  private void pass(Filter filter, String path, int port, @Nullable X509Certificate certificate)
      throws IOException, ServletException {
    var request = Servlets.request(path, port, true, certificate, BODY, BODY.length);
    filter.doFilter(request, answer.response(), answer.chain());
  }
}

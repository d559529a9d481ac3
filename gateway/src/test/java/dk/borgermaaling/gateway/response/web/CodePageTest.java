package dk.borgermaaling.gateway.response.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.edge.limit.AddressLimit;
import dk.borgermaaling.gateway.invitation.CodeDesk;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.LetterCode;
import dk.borgermaaling.gateway.invitation.crypto.HmacLetterCodes;
import dk.borgermaaling.gateway.invitation.crypto.HmacLinkTokens;
import dk.borgermaaling.gateway.invitation.jpa.SqlLetterCodes;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.web.Assets;
import dk.borgermaaling.gateway.web.Pages;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The page over real HTTP, its codes in a real database. About 2 seconds. */
@TestInstance(Lifecycle.PER_CLASS)
class CodePageTest {
  private static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  private static final int EACH = 5;

  private final HmacLinkTokens tokens = new HmacLinkTokens(new byte[32]);
  private final HmacLetterCodes codes = new HmacLetterCodes(new byte[32]);
  private final AtomicLong nanos = new AtomicLong();
  private final StaffServer server =
      new StaffServer(
          Clock.systemUTC(),
          pages ->
              List.of(
                  new CodeResource(
                      new CodeForm(
                          desk(pages.database),
                          new AddressLimit(EACH, 100, nanos::get),
                          new Pages(Assets.load())))));
  private final CodeDesk desk = desk(server.database);
  private final HttpClient browser = HttpClient.newHttpClient();

  private CodeDesk desk(Database database) {
    return new CodeDesk(
        database.transactions(),
        codes,
        new SqlLetterCodes(
            database.gateway(),
            (purpose, text) ->
                UUID.nameUUIDFromBytes((purpose + text).getBytes(StandardCharsets.UTF_8))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8)),
        tokens);
  }

  /** What another test has tried counts no longer. */
  @BeforeEach
  void wait_a_minute() {
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void the_page_asks_for_a_code_without_script_or_cookie() throws Exception {
    HttpResponse<String> answer = get();
    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.body().attr("data-page")).isEqualTo("code");
    assertThat(page.select("html").attr("lang")).isEqualTo("da");
    assertThat(page.select("script")).isEmpty();
    assertThat(page.select("form").attr("method")).isEqualTo("post");
    assertThat(page.select("label[for=code]").text()).isEqualTo("Kode");
    assertThat(page.select("main").text()).contains("frivilligt");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
  }

  @Test
  void a_code_leads_to_the_page_that_the_link_leads_to_however_it_is_typed() throws Exception {
    InvitationId invitation = invited();
    String code = desk.give(invitation, ODENSE).orElseThrow().grouped();
    for (String typed :
        new String[] {code, code.toLowerCase(Locale.ROOT), code.replace("-", " ")}) {
      HttpResponse<String> answer = post(typed);
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath())
          .isEqualTo("/s/" + tokens.tokenOf(invitation));
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }
    assertThat(desk.give(invitation, ODENSE)).isPresent();
  }

  @Test
  void wrong_codes_all_look_alike_and_are_not_shown_again() throws Exception {
    String right = desk.give(invited(), ODENSE).orElseThrow().value();
    String neverGiven = codes.codeOf(new InvitationId(UUID.randomUUID())).grouped();
    String mistyped = right.substring(0, 12) + (right.endsWith("A") ? "B" : "A");
    HttpResponse<String> first = post(neverGiven);
    assertThat(first.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(first.body()).select(".form-error-message").text())
        .contains("indtast koden igen");
    assertThat(Jsoup.parse(first.body()).title()).startsWith("Fejl: ");
    for (String wrong : new String[] {mistyped, "", "ABC", "<script>", "æ".repeat(5_000)}) {
      HttpResponse<String> answer = post(wrong);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).isEqualTo(first.body());
    }
    assertThat(first.body()).doesNotContain(neverGiven);
  }

  @Test
  void guessing_is_stopped_and_right_codes_are_not_counted() throws Exception {
    String right = desk.give(invited(), ODENSE).orElseThrow().grouped();
    for (int i = 0; i < 2 * EACH; i++) {
      assertThat(post(right).statusCode()).isEqualTo(303);
    }
    for (int i = 0; i < EACH; i++) {
      assertThat(post(LetterCode.of(i).grouped()).statusCode()).isEqualTo(422);
    }
    HttpResponse<String> stopped = post(right);
    assertThat(stopped.statusCode()).isEqualTo(429);
    assertThat(stopped.body()).contains("Vent et minut");
    assertThat(stopped.headers().firstValue("Retry-After")).isPresent();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(post(right).statusCode()).isEqualTo(303);
  }

  @Test
  void the_database_has_a_hash_and_no_code() {
    LetterCode code = desk.give(invited(), ODENSE).orElseThrow();
    String kept =
        server
            .database
            .owner()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "SELECT string_agg(encode(code_hash, 'escape'), ' ')"
                                + " FROM contact.letter_code")
                        .mapTo(String.class)
                        .one());
    assertThat(kept).doesNotContain(code.value(), code.grouped());
  }

  @Test
  void a_code_goes_with_its_invitation() throws Exception {
    InvitationId invitation = invited();
    String code = desk.give(invitation, ODENSE).orElseThrow().grouped();
    server
        .database
        .owner()
        .useHandle(
            handle ->
                handle.execute("DELETE FROM contact.invitation WHERE id = ?", invitation.value()));
    assertThat(post(code).statusCode()).isEqualTo(422);
  }

  private InvitationId invited() {
    InvitationId invitation = new InvitationId(UUID.randomUUID());
    UUID citizen = UUID.randomUUID();
    server
        .database
        .owner()
        .useHandle(
            handle -> {
              handle.execute(
                  "INSERT INTO contact.citizen (id, kind, sealed, lookup)"
                      + " VALUES (?, 'CPR', '\\x00', ?)",
                  citizen,
                  citizen.toString());
              handle.execute(
                  "INSERT INTO contact.invitation (municipality_code, id, citizen_id, survey_group,"
                      + " event_id, source, entity_id, planned_first, closes_at, state, stopped,"
                      + " answered) VALUES (?, ?, ?, 'dagpenge', ?, 'SOAP', 'x', now(),"
                      + " now() + interval '28 days', 'OPEN', false, false)",
                  ODENSE.value(),
                  invitation.value(),
                  citizen,
                  UUID.randomUUID());
            });
    return invitation;
  }

  private HttpResponse<String> get() throws IOException, InterruptedException {
    return browser.send(HttpRequest.newBuilder(page()).build(), strings());
  }

  private HttpResponse<String> post(String code) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(page())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "code=" + URLEncoder.encode(code, StandardCharsets.UTF_8)))
            .build(),
        strings());
  }

  private static HttpResponse.BodyHandler<String> strings() {
    return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
  }

  private URI page() {
    return server.address("/kode");
  }
}

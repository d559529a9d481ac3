package dk.borgermaaling.gateway.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.testing.SettableRealClock;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogInPageTest {
  private final SettableRealClock clock = new SettableRealClock("2026-11-23T08:00:00Z");
  private final StaffServer server = new StaffServer(clock, it -> List.of(new Guarded()));

  /** Stands for any page of staff. */
  @StaffOnly
  @Path("/dashboard")
  public static class Guarded {
    @GET
    public String who(@Context SecurityContext security) {
      Staff staff = Staff.in(security);
      return staff.getName() + " " + staff.formToken();
    }

    @POST
    public String change() {
      return "changed";
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void who_is_not_logged_in_is_sent_to_the_form_and_back_to_the_page_after_it() {
    HttpResponse<String> asked = server.get("/dashboard?group=dagpenge");
    assertThat(asked.statusCode()).isEqualTo(303);
    String form = asked.headers().firstValue("Location").orElseThrow();
    assertThat(form).contains("/login?next=");
    Document page = server.page(form.substring(form.indexOf("/login")));
    assertThat(page.select("input[name=next]").val()).isEqualTo("/dashboard?group=dagpenge");
  }

  @Test
  void the_right_password_opens_a_session_that_scripts_and_other_sites_cannot_use() {
    HttpResponse<String> answer = server.logIn("operator", StaffServer.PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/dashboard");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("__Host-staff="))
        .singleElement()
        .asString()
        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Domain");
    assertThat(server.get("/dashboard").body()).startsWith("operator ");
  }

  @Test
  void an_unknown_user_and_a_wrong_password_look_the_same() {
    String wrong = text(server.logIn("operator", "forkert"), 401);
    String unknown = text(server.logIn("nobody", "forkert"), 401);
    assertThat(wrong).isEqualTo(unknown).contains("Du blev ikke logget ind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "operator\0", "Jørgen", "010160-0000", "' OR 1=1"})
  void what_cannot_be_a_user_is_an_unknown_one(String name) {
    HttpResponse<String> answer = server.logIn(name, StaffServer.PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Du blev ikke logget ind");
    assertThat(server.database.texts("SELECT actor || ' ' || action FROM ops.audit"))
        .containsExactly("(unknown) LOG_IN_REFUSED");
  }

  @Test
  void five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour() {
    for (int i = 0; i < 5; i++) {
      server.logIn("operator", "forkert");
    }
    assertThat(server.logIn("operator", StaffServer.PASSWORD).statusCode()).isEqualTo(401);
    assertThat(server.logIn("reader-0461", StaffServer.PASSWORD).statusCode()).isEqualTo(303);
    clock.advance(Duration.ofMinutes(15));
    assertThat(server.logIn("operator", StaffServer.PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void one_address_has_twenty_attempts_a_minute() {
    int last = 0;
    for (int i = 0; i < 21; i++) {
      last = server.logIn("nobody-" + i, "forkert").statusCode();
    }
    assertThat(last).isEqualTo(429);
    clock.advance(Duration.ofSeconds(61));
    assertThat(server.logIn("operator", StaffServer.PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void a_form_of_another_site_logs_nobody_in() {
    HttpResponse<String> answer =
        server.post("/login", Map.of("user-name", "operator", "password", StaffServer.PASSWORD));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(server.cookies()).doesNotContainKey("__Host-staff");
  }

  @Test
  void a_session_planted_before_log_in_is_worth_nothing_after_it() {
    String planted = "A".repeat(43);
    server.cookies().put("__Host-staff", planted);
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(server.cookies().get("__Host-staff")).isNotEqualTo(planted);
    server.cookies().put("__Host-staff", planted);
    assertThat(server.get("/dashboard").statusCode()).isEqualTo(303);
  }

  @Test
  void a_post_without_the_sessions_form_token_changes_nothing() {
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(server.post("/dashboard", Map.of()).statusCode()).isEqualTo(403);
    assertThat(server.post("/dashboard", Map.of("form-token", "x")).statusCode()).isEqualTo(403);
    String token = server.get("/dashboard").body().split(" ", -1)[1];
    assertThat(server.post("/dashboard", Map.of("form-token", token)).body()).isEqualTo("changed");
  }

  @Test
  void logging_out_ends_the_session_on_the_server() {
    server.logIn("operator", StaffServer.PASSWORD);
    String session = server.cookies().get("__Host-staff");
    String token = server.get("/dashboard").body().split(" ", -1)[1];
    assertThat(server.post("/logout", Map.of("form-token", token)).statusCode()).isEqualTo(303);
    server.cookies().put("__Host-staff", session);
    assertThat(server.get("/dashboard").statusCode()).isEqualTo(303);
  }

  @Test
  void a_session_ends_after_half_an_hour_without_use_and_after_ten_hours_anyway() {
    server.logIn("operator", StaffServer.PASSWORD);
    for (int i = 0; i < 20; i++) {
      clock.advance(Duration.ofMinutes(29));
      assertThat(server.get("/dashboard").statusCode()).isEqualTo(200);
    }
    clock.advance(Duration.ofMinutes(29));
    assertThat(server.get("/dashboard").statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/dashboard@evil.example",
        "/login",
        "javascript:alert(1)",
        "/dashboard\r\nSet-Cookie:x=y"
      })
  void after_log_in_nobody_is_sent_to_another_site(String next) {
    server.page("/login");
    Document form = Jsoup.parse(server.get("/login").body());
    HttpResponse<String> answer =
        server.post(
            "/login",
            Map.of(
                "form-token",
                form.select("input[name=form-token]").val(),
                "next",
                next,
                "user-name",
                "operator",
                "password",
                StaffServer.PASSWORD));
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .isEqualTo(server.address("/dashboard").toString());
  }

  @Test
  void what_was_typed_is_shown_again_as_text() {
    HttpResponse<String> answer = server.logIn("\"><script>alert(1)</script>", "x");
    assertThat(answer.body()).doesNotContain("<script");
  }

  @Test
  void log_ins_are_noted_without_what_an_unknown_user_typed() {
    server.logIn("operator", StaffServer.PASSWORD);
    server.logIn("operator", "forkert");
    server.logIn("6701809995", "forkert");
    List<String> notes =
        server
            .database
            .owner()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT actor || ' ' || action FROM ops.audit ORDER BY id")
                        .mapTo(String.class)
                        .list());
    assertThat(notes)
        .containsExactly(
            "operator LOGGED_IN", "operator LOG_IN_REFUSED", "(unknown) LOG_IN_REFUSED");
  }

  @Test
  void the_start_page_needs_no_log_in_and_names_no_internals() {
    Document page = server.page("/");
    assertThat(page.select("a[href=/login]")).isNotEmpty();
    assertThat(page.select("a[href=/was]")).isNotEmpty();
    assertThat(page.select("a[href^=/console]")).isEmpty();
  }

  private static String text(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    return Jsoup.parse(answer.body()).select(".alert").text();
  }
}

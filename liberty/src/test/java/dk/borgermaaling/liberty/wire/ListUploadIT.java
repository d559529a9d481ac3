package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.liberty.Browser;
import dk.borgermaaling.liberty.Browser.Upload;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists of Silkeborg's employee, by the real pages at the packaged server. */
@ExtendWith(ArquillianExtension.class)
class ListUploadIT {
  private static final DateTimeFormatter DANISH =
      DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);
  private static final String[] HEADINGS = {
    "CPR-nr", "Målgruppe", "Målgruppe start", "Samtaletype", "Samtaledato", "Samtaleform", "Aktør"
  };
  private static final String REGISTERED = "Registreret";
  private static final int MEGABYTE = 1024 * 1024;

  private final Wire wire = Wire.played();
  private final WholeSystem system = wire.system();
  private final Browser employee = Browser.logIn(system, "employee-0740");
  private final LocalDate today =
      LocalDate.ofInstant(system.clock().read().now(), ZoneId.of("Europe/Copenhagen"));
  private final String began = DANISH.format(today.minusDays(20));
  private final String talked = DANISH.format(today.minusDays(1));

  @AfterEach
  void forget() {
    Traces.eventsOf(wire, "LIST").forEach(event -> Traces.remove(wire, event));
    Traces.execute(
        wire,
        List.of(
            "DELETE FROM intake.feed_entity WHERE source = 'LIST' AND municipality_code = ?",
            "DELETE FROM ops.case_list WHERE municipality_code = ?",
            "DELETE FROM ops.case_list_columns WHERE municipality_code = ?",
            "DELETE FROM ops.case_list_word WHERE municipality_code = ?"),
        "0740");
  }

  @Test
  void a_list_becomes_events_with_decisions_when_it_is_confirmed_and_not_before() {
    Changes changes = Changes.since(wire);
    String[] row = {cpr("001"), "6.7", began, "Jobsamtale", talked, "Personligt", "Anden aktør"};
    String columns =
        taken(
            "udtræk.csv",
            csv(
                HEADINGS,
                row,
                new String[] {cpr("002"), "afklaringsfolk", began, "", "", "", ""},
                new String[] {"=cmd|' /C calc'!A0", "6.7", began, "", "", "", ""},
                new String[] {cpr("003"), "6.7", "31-02-2026", "", "", "", ""}));
    Document chosen = employee.page(columns);
    assertThat(chosen.select("#CPR option[selected]").text()).isEqualTo("A: CPR-nr");
    assertThat(chosen.select("#ACTOR option[selected]").text()).isEqualTo("G: Aktør");
    String words = submit(chosen, "form[action$=columns]", Map.of());
    Document asked = employee.page(words);
    assertThat(asked.select(".list-form label").eachText())
        .containsExactly("Målgruppe: »afklaringsfolk«");
    String meaning = asked.select(".list-form select").attr("name");
    String path = submit(asked, "form.list-form", Map.of(meaning, "LAB6 6.7"));

    Document preview = employee.page(path);
    assertThat(preview.select("#count-ROWS").text()).isEqualTo("4");
    assertThat(preview.select("#count-NEW").text()).isEqualTo("3");
    assertThat(preview.select("td[data-label=Række]").eachText()).contains("4", "5");
    assertThat(preview.text())
        .contains("CPR-nummeret er ikke gyldigt", "Datoen kan ikke læses", "900131-****")
        .doesNotContain("9001310001", "calc");
    assertThat(changes.tables())
        .containsExactly("ops.case_list", "ops.case_list_columns", "ops.case_list_word");

    Document done = registered(submit(preview, "form[action$=confirm]", Map.of()));
    assertThat(done.select("#count-NEW").text()).isEqualTo("3");
    List<String> events = Traces.eventsOf(wire, "LIST");
    assertThat(events).hasSize(3);
    events.forEach(event -> Traces.awaitDecision(wire, event));
    assertThat(decisions()).isEqualTo(Map.of("NOT_A_TRIGGER", 2L, "NOT_HELD_BY_MUNICIPALITY", 1L));
    assertThat(
            wire.tables().count("SELECT count(*) FROM ops.case_list WHERE sealed_file IS NOT NULL"))
        .isZero();
    HttpResponse<String> errors = employee.get(path.replace("/preview", "/errors.csv"));
    assertThat(errors.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
    assertThat(errors.body().lines()).hasSize(3).noneMatch(line -> line.contains("calc"));

    Document next =
        employee.page(
            taken(
                "udtræk.xlsx",
                Workbook.of(
                    HEADINGS,
                    row,
                    new String[] {
                      cpr("004"), Workbook.formula("HYPERLINK(&quot;x&quot;)", "6.7"), began
                    })));
    assertThat(next.select(".font-lead").text()).contains("Valgt som sidst");
    Document again = employee.page(leadsOn(submit(next, "form[action$=columns]", Map.of())));
    assertThat(again.select("#count-NEW").text()).isEqualTo("1");
    assertThat(again.select("#count-DUPLICATE").text()).isEqualTo("2");
    registered(submit(again, "form[action$=confirm]", Map.of()));
    assertThat(Traces.eventsOf(wire, "LIST")).hasSize(4);
    Traces.eventsOf(wire, "LIST").forEach(event -> Traces.awaitDecision(wire, event));
    forget();
    assertThat(changes.tables()).isEmpty();
  }

  @Test
  void a_hostile_file_is_told_apart_and_nothing_of_it_is_kept() {
    Changes changes = Changes.since(wire);
    Map<String, byte[]> refused = new LinkedHashMap<>();
    refused.put("fylder for meget, når den pakkes ud", Workbook.around("", "", 270));
    refused.put("En celle har for meget tekst", csv(HEADINGS, new String[] {"x".repeat(40_000)}));
    refused.put(
        "beskadiget",
        Workbook.around(
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
            "<row><c t='inlineStr'><is><t>&e;</t></is></c></row>",
            0));
    refused.put("hverken en Excel-fil", "%PDF-1.7\n%âãÏÓ\0\1".getBytes(StandardCharsets.UTF_8));
    refused.put("Filen er tom", new byte[0]);
    refused.put("kun overskrifter", csv(HEADINGS));
    refused.put("Filen er for stor. Del den", filled(9 * MEGABYTE));
    refused.forEach(
        (text, file) -> {
          HttpResponse<String> answer = upload(employee, "liste.xlsx", file);
          assertThat(answer.statusCode()).as(text).isEqualTo(200);
          assertThat(Jsoup.parse(answer.body()).select("[role=alert]").text()).contains(text);
        });
    for (int megabytes : new int[] {15, 20}) {
      HttpResponse<String> answer = upload(employee, "liste.csv", filled(megabytes * MEGABYTE));
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).doesNotContain("Exception", "CWWK", "SRVE");
    }
    assertThat(changes.tables()).isEmpty();
  }

  @Test
  void nobody_else_sees_a_list_or_decides_on_it() {
    String columns = taken("a.csv", csv(HEADINGS, new String[] {cpr("005"), "6.7", began}));
    submit(employee.page(columns), "form[action$=columns]", Map.of());
    String list = columns.replace("/columns", "");
    Changes changes = Changes.since(wire);
    for (String account : List.of("employee-0461", "reader-0461")) {
      Browser other = Browser.logIn(system, account);
      String token = other.page("/dashboard").select("input[name=form-token]").val();
      assertThat(token).isNotEmpty();
      for (String page : List.of("", "/columns", "/words", "/preview", "/errors.csv")) {
        HttpResponse<String> answer = other.get(list + page);
        assertThat(answer.statusCode()).as(account + page).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("900131", "6.7");
      }
      for (String step : List.of("/columns", "/words", "/confirm", "/discard")) {
        assertThat(post(other, list + step, "form-token=" + token).statusCode())
            .as(account + step)
            .isEqualTo(403);
      }
    }
    Browser odense = Browser.logIn(system, "employee-0461");
    Document own = odense.page("/lists");
    assertThat(own.text()).doesNotContain("Silkeborg");
    assertThat(
            odense
                .submit(
                    own.expectFirst("form[enctype]"),
                    Map.of("municipality", "0740"),
                    new Upload("file", "a.csv", csv(HEADINGS, new String[] {cpr("006")})))
                .statusCode())
        .isEqualTo(403);
    assertThat(changes.tables()).isEmpty();
  }

  @Test
  void what_does_not_carry_the_sessions_token_changes_nothing() {
    String columns = taken("a.csv", csv(HEADINGS, new String[] {cpr("007"), "6.7", began}));
    String preview = leadsOn(submit(employee.page(columns), "form[action$=columns]", Map.of()));
    Changes changes = Changes.since(wire);
    String confirm = preview.replace("/preview", "/confirm");
    String odensesToken =
        Browser.logIn(system, "employee-0461")
            .page("/lists")
            .select("input[name=form-token]")
            .val();
    for (String body : List.of("", "form-token=", "form-token=" + odensesToken)) {
      assertThat(post(employee, confirm, body).statusCode()).isEqualTo(403);
    }
    assertThat(
            employee
                .submit(
                    employee.page("/lists").expectFirst("form[enctype]"),
                    Map.of("form-token", odensesToken),
                    new Upload("file", "a.csv", csv(HEADINGS, new String[] {cpr("008")})))
                .statusCode())
        .isEqualTo(403);
    assertThat(changes.tables()).isEmpty();
  }

  private Document registered(String status) {
    WholeSystem.await(
        "the list is registered",
        Duration.ofSeconds(30),
        () -> employee.page(status).select("h1").text().equals(REGISTERED));
    return employee.page(status);
  }

  private Map<String, Long> decisions() {
    return wire.tables()
        .byName(
            """
            SELECT coalesce(d.reason, 'INVITED'), count(*) FROM intake.decision d
            JOIN intake.case_event e USING (municipality_code, event_id)
            WHERE e.source = 'LIST' GROUP BY 1
            """);
  }

  /** Where a step without questions leads to. */
  private String leadsOn(String path) {
    return Browser.leadsTo(employee.get(path));
  }

  private String submit(Document page, String form, Map<String, String> filledIn) {
    return Browser.leadsTo(employee.submit(page.expectFirst(form), filledIn));
  }

  private String taken(String name, byte[] file) {
    return Browser.leadsTo(upload(employee, name, file));
  }

  private static HttpResponse<String> upload(Browser browser, String name, byte[] file) {
    return browser.submit(
        browser.page("/lists").expectFirst("form[enctype]"),
        Map.of(),
        new Upload("file", name, file));
  }

  private static HttpResponse<String> post(Browser browser, String path, String form) {
    return browser.post(
        path, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
  }

  /** Of 30 January 1931: the story has nobody of that age, and other tests have the day after. */
  private static String cpr(String number) {
    return "900131-0" + number;
  }

  private static byte[] csv(String[]... rows) {
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      text.append(String.join(";", row)).append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] filled(int bytes) {
    byte[] line = "6701809995;6.7;01-06-2026\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] file = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      file[i] = line[i % line.length];
    }
    return file;
  }
}

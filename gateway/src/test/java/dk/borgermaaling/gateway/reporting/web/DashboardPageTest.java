package dk.borgermaaling.gateway.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.reporting.Coordinates;
import dk.borgermaaling.gateway.reporting.MadeUpResults;
import dk.borgermaaling.gateway.reporting.Results;
import dk.borgermaaling.gateway.reporting.Turnout;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardPageTest {
  private final StaffServer server =
      new StaffServer(
          new SettableRealClock("2026-12-14T09:00:00Z"),
          it -> List.of(DashboardWorld.resource(it, DashboardWorld.results())));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void nobody_sees_results_without_a_log_in() {
    assertThat(server.get("/dashboard").statusCode()).isEqualTo(303);
  }

  @Test
  void a_reader_sees_the_own_municipality_and_the_nation_and_cannot_choose_another() {
    server.logIn("reader-0461", StaffServer.PASSWORD);
    Document page = server.page("/dashboard");
    assertThat(page.title()).startsWith("Odense");
    assertThat(page.select("select#municipality")).isEmpty();
    assertThat(page.select("select#group option")).hasSize(6);
    assertThat(page.text()).doesNotContain("Aarhus", "Tårnby");
  }

  @Test
  void a_reader_who_writes_another_municipality_into_the_address_is_refused() {
    server.logIn("reader-0461", StaffServer.PASSWORD);
    assertThat(server.get("/dashboard?municipality=0185").statusCode()).isEqualTo(403);
    assertThat(server.get("/dashboard?municipality=0185").body()).contains("Du har ikke adgang");
    assertThat(server.get("/dashboard?municipality=ALL").statusCode()).isEqualTo(403);
    assertThat(server.get("/dashboard?municipality=0461").statusCode()).isEqualTo(200);
  }

  @Test
  void an_operator_chooses_among_the_municipalities_that_take_part() {
    server.logIn("operator", StaffServer.PASSWORD);
    Document page = server.page("/dashboard?municipality=0751");
    assertThat(page.select("select#municipality option").eachText())
        .containsExactly("Odense", "Tårnby", "Aarhus");
    assertThat(page.select("select#municipality option[selected]").text()).isEqualTo("Aarhus");
    assertThat(server.get("/dashboard?municipality=0825").statusCode()).isEqualTo(403);
  }

  @Test
  void where_nobody_was_asked_in_a_round_there_is_nothing_to_choose() {
    server.logIn("operator", StaffServer.PASSWORD);
    Document page = server.page("/dashboard?municipality=0461");
    assertThat(page.select("select#mode")).isEmpty();
    assertThat(page.select(".eyebrow").text()).contains("Løbende måling");
    assertThat(server.get("/dashboard?mode=BOTH").statusCode()).isEqualTo(404);
  }

  @Test
  void the_continuous_mode_is_shown_unless_the_rounds_are_chosen_and_never_both() {
    Results continuous = DashboardWorld.results();
    Results rounds = DashboardWorld.results(SamplingMode.ROUND, 8);
    try (StaffServer both = with(continuous, rounds)) {
      both.logIn("operator", StaffServer.PASSWORD);
      Document first = both.page("/dashboard?municipality=0461&group=dagpenge");
      assertThat(first.select("select#mode option").eachText())
          .containsExactly("Løbende måling", "Målerunder");
      assertThat(first.select("select#mode option[selected]").val()).isEqualTo("CONTINUOUS");
      assertThat(answered(first)).isEqualTo(answered(continuous));
      Document second = both.page("/dashboard?municipality=0461&group=dagpenge&mode=ROUND");
      assertThat(second.select("select#mode option[selected]").val()).isEqualTo("ROUND");
      assertThat(second.select(".eyebrow").text()).contains("Målerunder");
      assertThat(answered(second)).isEqualTo(answered(rounds)).isNotEqualTo(answered(first));
    }
  }

  @Test
  void a_municipality_that_asks_in_rounds_alone_sees_its_rounds() {
    try (StaffServer rounds = with(DashboardWorld.results(SamplingMode.ROUND, 8))) {
      rounds.logIn("reader-0461", StaffServer.PASSWORD);
      assertThat(rounds.page("/dashboard").select(".eyebrow").text()).contains("Målerunder");
      assertThat(rounds.page("/dashboard?mode=CONTINUOUS").select("h1").text())
          .contains("for få svar");
    }
  }

  private static StaffServer with(Results... results) {
    return new StaffServer(
        new SettableRealClock("2026-12-14T09:00:00Z"),
        it -> List.of(DashboardWorld.resource(it, results)));
  }

  private static String answered(Document page) {
    return page.select("dl.key-figures dt:contains(Besvarelser) + dd").text();
  }

  private static String answered(Results results) {
    Turnout turnout = results.turnout().get(new Coordinates("0461", "dagpenge", Coordinates.ALL));
    return Integer.toString(Objects.requireNonNull(turnout).responses());
  }

  @Test
  void an_unknown_group_is_not_found() {
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(server.get("/dashboard?group=pension").statusCode()).isEqualTo(404);
  }

  @Test
  void a_suppressed_cell_is_a_dash_that_is_also_said_and_never_a_number() {
    server.logIn("operator", StaffServer.PASSWORD);
    Document page = server.page("/dashboard?municipality=0185&group=jobafklaring");
    List<Element> rows = page.select("section[aria-labelledby=themes-heading] tbody tr");
    assertThat(rows).hasSize(5);
    for (Element row : rows) {
      assertThat(row.select("td").eachText()).allMatch(text -> text.equals("–vises ikke"));
    }
    assertThat(page.select("section[aria-labelledby=themes-heading] svg")).isEmpty();
    assertThat(page.text()).contains("for få svar");
  }

  @Test
  void five_to_twenty_nine_answers_are_marked_as_thin() {
    server.logIn("reader-0461", StaffServer.PASSWORD);
    Document page = server.page("/dashboard");
    Element row = page.select("section[aria-labelledby=groups-heading] tbody tr").get(4);
    assertThat(row.text()).startsWith("Jobafklaring").contains("lavt datagrundlag");
  }

  @ParameterizedTest
  @CsvSource({"0, ingen", "3, –vises ikke", "1234, 1.234"})
  void opt_outs_stand_beside_participation_and_few_are_a_dash(int people, String shown) {
    try (StaffServer other =
        new StaffServer(
            new SettableRealClock("2026-12-14T09:00:00Z"),
            it ->
                List.of(
                    DashboardWorld.resource(
                        it, new MadeUpResults().optedOut("0461", people).results())))) {
      other.logIn("operator", StaffServer.PASSWORD);
      Document page = other.page("/dashboard?municipality=0461");
      assertThat(page.select("section[aria-labelledby=turnout-heading] .opt-outs").text())
          .isEqualTo(shown);
    }
  }

  @Test
  void a_result_is_marked_where_staff_have_excluded_many_and_every_group_says_so() {
    try (StaffServer marked = with(excluded(40, 40))) {
      marked.logIn("reader-0461", StaffServer.PASSWORD);
      for (String address : List.of("/dashboard", "/dashboard?group=dagpenge")) {
        assertThat(marked.page(address).select(".exclusions").text())
            .contains("mere end 3 %", "40 af 500 borgere (8,0 %)");
      }
    }
    server.logIn("reader-0461", StaffServer.PASSWORD);
    assertThat(server.page("/dashboard").select(".exclusions")).isEmpty();
  }

  @Test
  void few_excluded_are_marked_without_their_number() {
    try (StaffServer marked = with(excluded(40, 42))) {
      marked.logIn("reader-0461", StaffServer.PASSWORD);
      assertThat(marked.page("/dashboard").select(".exclusions").text())
          .contains("mere end 3 %")
          .doesNotContain("40", "42", "500", "8,0");
    }
  }

  private static Results excluded(int excluded, int optOuts) {
    return new MadeUpResults()
        .asked("0461", "dagpenge", 460, 200)
        .optedOut("0461", optOuts)
        .excluded(SamplingMode.CONTINUOUS, "0461", excluded, 500)
        .results();
  }

  @Test
  void numbers_have_danish_forms() {
    server.logIn("reader-0461", StaffServer.PASSWORD);
    Document page = server.page("/dashboard");
    assertThat(page.select(".key-figures dd").stream().map(Element::wholeText))
        .anyMatch(text -> text.matches("\\s*[0-9]+,[0-9]\u00a0%\\s*"))
        .noneMatch(text -> text.contains("."));
  }

  @Test
  void charts_and_tables_can_be_used_without_seeing_and_without_script() {
    server.logIn("operator", StaffServer.PASSWORD);
    Document page = server.page("/dashboard");
    assertThat(page.select("svg[role=img]")).hasSize(4);
    page.select("svg[role=img]")
        .forEach(
            svg -> assertThat(page.select("#" + svg.attr("aria-labelledby")).text()).isNotEmpty());
    page.select("table")
        .forEach(
            table -> {
              assertThat(table.select("caption").text()).isNotEmpty();
              assertThat(table.select("th:not([scope])")).isEmpty();
            });
    page.select("select, input:not([type=hidden])")
        .forEach(
            field -> assertThat(page.select("label[for=" + field.id() + "]").text()).isNotEmpty());
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("script, [style], [onclick]")).isEmpty();
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @Test
  void before_the_first_answer_the_page_says_so() {
    try (StaffServer empty =
        new StaffServer(
            new SettableRealClock("2026-12-14T09:00:00Z"),
            it -> List.of(DashboardWorld.resource(it, new MadeUpResults().results())))) {
      empty.logIn("operator", StaffServer.PASSWORD);
      assertThat(empty.page("/dashboard").select("h1").text()).contains("for få svar");
    }
  }

  @Test
  void who_saw_which_municipality_is_noted() {
    server.logIn("operator", StaffServer.PASSWORD);
    server.get("/dashboard?municipality=0751");
    List<String> notes =
        server
            .database
            .owner()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "SELECT actor || ' ' || municipality_code FROM ops.audit"
                                + " WHERE action = 'SAW_RESULTS'")
                        .mapTo(String.class)
                        .list());
    assertThat(notes).containsExactly("operator 0751");
  }
}

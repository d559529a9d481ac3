package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.liberty.Browser;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import dk.borgermaaling.simulators.world.Town;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The story of a code that no table knows, at the packaged server: told by Beskedfordeler, set
 * aside, mended by two operators, driven again, decided and explained. The table is as before when
 * it ends.
 */
@ExtendWith(ArquillianExtension.class)
class MendedTableIT {
  private static final String CODE = "6.98";
  private static final String TABLE = "/console/tables/target-groups";
  private static final String LETTERS = "/console/dead-letters";
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Wire wire = Wire.played();
  private final WholeSystem system = wire.system();
  private final FreshEvent fresh = FreshEvent.in(system);
  private final Distributed message =
      Distributed.of(Town.SILKEBORG.cvr(), fresh.soap("0740", CODE));
  private final Browser operator = Browser.logIn(system, "operator");
  private final Browser second = Browser.logIn(system, "operator2");

  @AfterEach
  void forget() {
    Traces.remove(wire, fresh.eventId());
    Traces.removeMessage(wire, message.id());
  }

  @Test
  void a_code_that_no_table_knows_is_decided_on_when_two_people_have_mended_the_table() {
    HttpResponse<String> answer =
        wire.post(
            wire.as("beskedfordeler"),
            wire.mutualTls("/beskedfordeler/haendelser"),
            "application/xml",
            message.xml());
    assertThat(answer.body()).contains("<StatusKode>20</StatusKode>");
    WholeSystem.await("the event is set aside", LONGEST, () -> letters() == 1);
    Document page = operator.page(LETTERS);
    Element group = page.expectFirst("li:has(input[value=BESKEDFORDELER])");
    assertThat(group.text()).contains("Silkeborg", "Beskedfordeler", "Gør sådan");
    Document rows = operator.page(group.expectFirst("a").attr("href"));
    assertThat(rows.select("tbody tr").text())
        .contains(fresh.eventId(), CODE)
        .doesNotContain(fresh.cpr());
    redriveAll(page);
    assertThat(letters()).as("letters after another try with the same tables").isOne();

    change(
        operator,
        second,
        set ->
            operator.submit(
                step(operator.page(set), "add"),
                Map.of(
                    "cell-codeSystem",
                    "LAB6",
                    "cell-code",
                    CODE,
                    "cell-surveyGroup",
                    "dagpenge",
                    "from",
                    "2026-01-01")),
        "+ LAB6 " + CODE);
    Traces.awaitDecision(wire, fresh.eventId());
    assertThat(letters()).isZero();
    assertThat(operator.page(LETTERS).expectFirst("tbody tr").text())
        .contains("En tabel blev rettet");
    assertThat(
            wire.tables()
                .byName(
                    "SELECT source, 1 FROM intake.case_event WHERE event_id = '"
                        + fresh.eventId()
                        + "'"))
        .containsOnlyKeys("BESKEDFORDELER");
    for (String reference : new String[] {fresh.eventId(), fresh.cpr()}) {
      HttpResponse<String> why =
          operator.submit(
              operator.page("/console/why").expectFirst("form[action=/console/why]"),
              Map.of("municipality", "0740", "reference", reference));
      assertThat(why.statusCode()).isEqualTo(200);
      assertThat(Jsoup.parse(why.body()).select("ol.reasons > li").text())
          .contains("Beskedfordeler", CODE)
          .doesNotContain(fresh.cpr());
    }

    change(
        second,
        operator,
        set ->
            second.submit(
                step(second.page(set + "/row?key=LAB6&key=" + CODE + "&row=2026-01-01"), "delete"),
                Map.of()),
        "− LAB6 " + CODE);
    assertThat(operator.page(TABLE + "?search=" + CODE).select("tbody tr")).isEmpty();
  }

  /**
   * A proposal with one step, seen and confirmed by another; what waited for it is driven again.
   */
  private void change(Browser author, Browser other, Step step, String difference) {
    String set =
        Browser.leadsTo(
            author.submit(author.page(TABLE).expectFirst("form[action$=/drafts]"), Map.of()));
    Browser.leadsTo(step.of(set));
    assertThat(other.page(set).select("form[action$=/explain]")).isEmpty();
    String preview =
        Browser.leadsTo(
            author.submit(
                author.page(set).expectFirst("form[action$=/explain]"),
                Map.of("note", "Ny vejledning om målgrupper", "past", "yes")));
    Document seen = author.page(preview);
    assertThat(seen.select("tbody tr").eachText())
        .anySatisfy(row -> assertThat(row).startsWith(difference))
        .anySatisfy(row -> assertThat(row).startsWith("Silkeborg"));
    Browser.leadsTo(author.submit(seen.expectFirst("form[action$=/propose]"), Map.of()));

    String token = "form-token=" + seen.select("input[name=form-token]").val();
    HttpResponse<String> alone =
        author.post(
            set + "/confirm",
            "application/x-www-form-urlencoded",
            token.getBytes(StandardCharsets.UTF_8));
    assertThat(alone.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(alone.body()).text()).contains("En anden skal bekræfte den");
    assertThat(other.page("/console/table-changes").select("a[href=" + set + "]")).isNotEmpty();
    Browser.leadsTo(other.submit(other.page(set).expectFirst("form[action$=/confirm]"), Map.of()));
    assertThat(author.page(set).select("h1").text()).startsWith("Bekræftet");
    awaitRuns();
  }

  /** Fills in a draft's form. */
  private interface Step {
    HttpResponse<String> of(String set);
  }

  private static Element step(Document page, String kind) {
    return page.expectFirst("form:has(input[name=kind][value=" + kind + "])");
  }

  private void redriveAll(Document page) {
    String on =
        Browser.leadsTo(operator.submit(page.expectFirst("form[action$=/redrive]"), Map.of()));
    assertThat(on).isEqualTo(LETTERS);
    awaitRuns();
  }

  private void awaitRuns() {
    WholeSystem.await(
        "dead letters have been driven again",
        LONGEST,
        () ->
            wire.tables().count("SELECT count(*) FROM intake.redrive_run WHERE ended_at IS NULL")
                == 0);
  }

  private long letters() {
    return wire.tables()
        .count(
            "SELECT count(*) FROM intake.parked_letter WHERE source = 'BESKEDFORDELER'"
                + " AND entity_id = '"
                + fresh.eventId()
                + "'");
  }
}

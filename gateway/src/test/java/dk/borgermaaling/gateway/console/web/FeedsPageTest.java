package dk.borgermaaling.gateway.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.web.StaffGate;
import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedsPageTest {
  private static final String ODENSE = "municipality=0461&source=MOMENTUM";
  private final StaffServer server =
      new StaffServer(new SettableRealClock("2026-12-14T09:00:00Z"), ConsoleWorld::resources);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void each_source_and_municipality_says_how_it_does() {
    server.logIn("operator", StaffServer.PASSWORD);
    Document page = server.page("/console/feeds");

    assertThat(page.select("tbody tr")).hasSize(2);
    Element taarnby = page.select("tbody tr").get(0);
    assertThat(taarnby.select("td[data-label=Fejl i træk]").text()).isEqualTo("4");
    assertThat(taarnby.select("td[data-label=Årsag]").text()).isEqualTo("the token was refused");
    assertThat(taarnby.text()).contains("Lukket");
    assertThat(page.select("tbody tr").get(1).text()).contains("Åbent", "aldrig");
  }

  @Test
  void a_dry_run_is_ordered_by_a_form_noted_and_shown() {
    server.logIn("operator", StaffServer.PASSWORD);
    HttpResponse<String> answer = server.post("/console/feeds/dry-run", form("dry-run"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .endsWith("/console/feeds/dry-run?source=MOMENTUM&municipality=0461");

    Document page = server.page("/console/feeds/dry-run?source=MOMENTUM&municipality=0461");
    assertThat(page.select("table").get(0).text())
        .contains("Forløb afsluttet", "12", "Målgruppe begyndt", "1.234");
    assertThat(page.select("table").get(1).text()).contains("ukendt målgruppekode", "3");
    assertThat(notes()).contains("operator ORDERED_DRY_RUN 0461");
  }

  @Test
  void a_complete_run_is_ordered_by_a_form_and_noted() {
    server.logIn("operator", StaffServer.PASSWORD);
    HttpResponse<String> answer = server.post("/console/feeds/resync", form("resync"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(server.page("/console/feeds?ordered=0461").select("[role=status]").text())
        .contains("fuld hentning er bestilt for Odense");
    assertThat(notes()).contains("operator ORDERED_RESYNC 0461");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dry-run", "resync"})
  void nothing_is_ordered_without_the_token_of_the_form_or_by_a_reader(String action) {
    server.logIn("operator", StaffServer.PASSWORD);
    Map<String, String> form = form(action);
    form.put(StaffGate.FORM_TOKEN, "other");
    assertThat(server.post("/console/feeds/" + action, form).statusCode()).isEqualTo(403);

    server.cookies().clear();
    server.logIn("reader-0461", StaffServer.PASSWORD);
    assertThat(server.post("/console/feeds/" + action, form).statusCode()).isEqualTo(403);
    assertThat(notes()).noneMatch(note -> note.contains("ORDERED"));
  }

  @Test
  void what_is_not_polled_cannot_be_ordered() {
    server.logIn("operator", StaffServer.PASSWORD);
    Map<String, String> form = form("resync");
    form.put("municipality", "0751");
    assertThat(server.post("/console/feeds/resync", form).statusCode()).isEqualTo(404);
    form.put("municipality", "x");
    assertThat(server.post("/console/feeds/resync", form).statusCode()).isEqualTo(404);
    form.put("source", "FASIT");
    assertThat(server.post("/console/feeds/dry-run", form).statusCode()).isEqualTo(404);
    assertThat(server.get("/console/feeds/dry-run?source=x&" + ODENSE).statusCode()).isEqualTo(404);
  }

  /** The fields of the form for Odense, as a browser would send them. */
  private Map<String, String> form(String action) {
    Map<String, String> fields = new TreeMap<>();
    server
        .page("/console/feeds")
        .select("form[action=/console/feeds/" + action + "]")
        .get(1)
        .select("input")
        .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
    return fields;
  }

  private List<String> notes() {
    return server.database.texts(
        "SELECT actor || ' ' || action || ' ' || coalesce(municipality_code, '') FROM ops.audit");
  }
}

package dk.borgermaaling.gateway.message.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.message.Part;
import dk.borgermaaling.gateway.message.TestDelivery.Outcome;
import dk.borgermaaling.gateway.message.TestDelivery.Result;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageTextsPageTest {
  private static final String PAGE = "/console/message-texts";
  private static final String BUILT_IN = PAGE + "/built-in-FIRST-DIGITAL_POST";
  private static final String CPR = "6101801234";
  private final SettableRealClock clock = new SettableRealClock("2026-12-14T09:00:00Z");
  private final MessageTextsWorld world = new MessageTextsWorld();
  private final StaffServer server =
      new StaffServer(clock, List.of(new TextsMenu()), made -> world.resources(made, clock));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void nobody_but_operators_sees_texts() {
    assertThat(server.get(PAGE).statusCode()).isEqualTo(303);
    as("reader-0461");
    assertThat(server.get(PAGE).statusCode()).isEqualTo(403);
    assertThat(server.get(BUILT_IN + "/document").statusCode()).isEqualTo(403);
    assertThat(server.post(BUILT_IN + "/test", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void a_text_goes_from_the_built_in_words_through_two_people_into_use_and_out_again() {
    as("operator");
    Document list = server.page(PAGE);
    isWhole(list);
    assertThat(list.text()).contains("Der er ingen. De indbyggede tekster bruges.");
    String edit =
        goes(submit(list, "Begynd med den indbyggede tekst", Map.of("name", "Vintertekst")));
    Document form = server.page(edit);
    isWhole(form);
    assertThat(form.select("#subject").val()).isEqualTo("Hvordan oplever du kommunens indsats?");
    assertThat(form.text()).contains("Teksten kan bruges");

    goes(
        submit(
            form,
            "Gem kladden",
            Map.of(
                "subject",
                "Om dine sygedagpenge",
                "body",
                form.select("#body").val().replace("{decline}", "{nej}"),
                "municipality",
                "0461",
                "group",
                "dagpenge")));
    Document wrong = server.page(edit);
    isWhole(wrong);
    assertThat(wrong.select("#subject-error").text()).contains("»sygedagpenge« kan røbe");
    assertThat(wrong.select("#subject").attr("aria-describedby")).contains("subject-error");
    assertThat(wrong.select("#body-error").text())
        .contains("Linje 7, tegn ", "Der findes intet felt", "Sæt blokken {decline} ind");
    String text = edit.replace("/edit", "");
    Document shown = server.page(text);
    isWhole(shown);
    assertThat(shown.text()).contains("Der er intet at vise, før fejlene er rettet.");
    HttpResponse<String> early = submit(shown, "Foreslå teksten", Map.of());
    assertThat(early.statusCode()).isEqualTo(422);

    goes(
        submit(
            wrong,
            "Gem kladden",
            Map.of(
                "subject",
                "Hvad synes du?",
                "body",
                form.select("#body").val() + "\nMed **tak**",
                "note",
                "Kortere emne")));
    Document ready = server.page(text);
    isWhole(ready);
    assertThat(ready.select(".preview-parts").text())
        .contains("Hvad synes du?", "invitation.html", "af 150 tegn");
    assertThat(ready.select(".preview-document strong").text()).isEqualTo("tak");
    assertThat(ready.select(".preview-document a").attr("href"))
        .isEqualTo("https://localhost:9443/test-message");
    assertThat(ready.select("section:has(#diff-heading) tr").eachText())
        .contains("− Hvordan oplever du kommunens indsats?", "+ Hvad synes du?", "+ Med **tak**");
    HttpResponse<String> document = server.get(text + "/document?municipality=0461");
    assertThat(document.headers().allValues("Content-Security-Policy"))
        .containsExactly("default-src 'none'; frame-ancestors 'none'; sandbox");
    assertThat(document.body()).startsWith("<!DOCTYPE html>").contains("Odense Kommune");
    goes(submit(ready, "Foreslå teksten", Map.of()));
    assertThat(server.page(text).text()).contains("En anden skal bekræfte den");
    assertThat(server.get(edit).statusCode()).isEqualTo(404);

    as("operator2");
    Document proposal = server.page(text);
    isWhole(proposal);
    goes(submit(proposal, "Bekræft teksten", Map.of()));
    Document used = server.page(text);
    isWhole(used);
    assertThat(used.text()).contains("I brug", "Bekræftet", "af operator2");
    assertThat(server.page(PAGE).select("tbody tr").get(0).text())
        .isEqualTo(
            "Vintertekst Invitation Digital Post Odense Alle Dagpenge I brug fra 14-12-2026"
                + " operator");
    goes(submit(used, "Tag teksten ud af brug", Map.of("note", "Jul er forbi")));
    assertThat(server.page(text).text()).contains("Ude af brug", "Jul er forbi");
    String again = goes(submit(server.page(text), "Lav en ny kladde", Map.of()));
    assertThat(server.page(again).select("#subject").val()).isEqualTo("Hvad synes du?");
    assertThat(
            server.database.texts("SELECT action FROM ops.audit WHERE action LIKE '%MESSAGE_TEXT'"))
        .containsExactlyInAnyOrder(
            "PROPOSED_MESSAGE_TEXT", "CONFIRMED_MESSAGE_TEXT", "ENDED_MESSAGE_TEXT");
  }

  @Test
  void what_was_typed_is_shown_as_text_and_never_run() {
    as("operator");
    String edit =
        goes(
            submit(
                server.page(PAGE),
                "Begynd med den indbyggede tekst",
                Map.of("name", "<script>1</script>")));
    Document form = server.page(edit);
    goes(
        submit(
            form,
            "Gem kladden",
            Map.of(
                "subject",
                "\"><script>2</script>",
                "body",
                form.select("#body").val() + "\n<script>3</script><img src=x onerror=4>")));
    Document shown = server.page(edit.replace("/edit", ""));
    isWhole(shown);
    assertThat(shown.select("script, img")).isEmpty();
    assertThat(shown.select(".preview-document").text()).contains("<script>3</script><img src=x");
  }

  @Test
  void a_test_is_sent_once_marked_and_to_nobody_who_is_remembered() {
    as("operator");
    Document page = server.page(BUILT_IN + "?municipality=0461");
    isWhole(page);
    HttpResponse<String> sent = submit(page, "Send prøven", Map.of("recipient", "610180-1234"));
    String result = goes(sent);
    assertThat(result).doesNotContain(CPR, "610180");
    assertThat(server.page(result).select("[role=status]").text()).contains("er modtaget");
    goes(submit(page, "Send prøven", Map.of("recipient", CPR)));
    assertThat(world.sent)
        .singleElement()
        .satisfies(
            test -> {
              assertThat(test.recipient()).isEqualTo(new Recipient.Person(new CprNumber(CPR)));
              assertThat(test.sender().name()).isEqualTo("Odense");
              assertThat(test.text().subject())
                  .isEqualTo("TEST: Hvordan oplever du kommunens indsats?");
              assertThat(test.text().body().html()).contains("<h1>TEST: Hvordan", "test-message");
              assertThat(test.toString()).doesNotContain(CPR);
            });
    assertThat(server.database.texts("SELECT CAST(t AS text) FROM ops.message_test t"))
        .singleElement()
        .satisfies(row -> assertThat(row).contains("ACCEPTED").doesNotContain(CPR, "610180-1234"));
    assertThat(server.database.texts("SELECT CAST(a AS text) FROM ops.audit a"))
        .noneMatch(row -> row.contains("610180"))
        .anyMatch(row -> row.contains("SENT_TEST_MESSAGE"));
  }

  @Test
  void a_test_by_text_message_goes_to_a_person_alone() {
    as("operator");
    String sms = PAGE + "/built-in-REMINDER-NEMSMS";
    HttpResponse<String> company =
        submit(server.page(sms), "Send prøven", Map.of("recipient", "35209115"));
    assertThat(company.statusCode()).isEqualTo(422);
    assertThat(company.body()).contains("NemSMS kan kun sendes til et CPR-nummer");
    goes(submit(server.page(sms), "Send prøven", Map.of("recipient", CPR)));
    assertThat(world.sent.get(0).text().line(Part.SMS)).startsWith("TEST: Du har post");
  }

  @Test
  void the_link_of_a_test_says_to_anybody_that_it_was_one() {
    String path = world.link().getPath();
    assertThat(server.page(path).select("h1").text()).isEqualTo("Det var en prøve");
  }

  @Test
  void what_came_of_a_test_is_said_as_it_is() {
    as("operator");
    world.result = new Result(Outcome.UNKNOWN, "timed out");
    assertThat(tested()).contains("Det vides ikke").contains("timed out");
    world.result = new Result(Outcome.REFUSED, "not allowed");
    assertThat(tested()).contains("blev afvist").contains("not allowed");
  }

  @Test
  void no_more_tests_are_sent_than_allowed_in_an_hour() {
    as("operator");
    for (int i = 0; i < MessageTextsWorld.TESTS_PER_HOUR; i++) {
      tested();
    }
    HttpResponse<String> refused =
        submit(server.page(BUILT_IN), "Send prøven", Map.of("recipient", CPR));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Der er sendt 3 prøver").doesNotContain(CPR);
    clock.advance(Duration.ofMinutes(20));
    as("operator");
    clock.advance(Duration.ofMinutes(25));
    server.page(PAGE);
    clock.advance(Duration.ofMinutes(20));
    tested();
    assertThat(world.sent).hasSize(MessageTextsWorld.TESTS_PER_HOUR + 1);
  }

  @Test
  void a_number_that_is_none_sends_nothing_and_is_not_repeated() {
    as("operator");
    HttpResponse<String> refused =
        submit(server.page(BUILT_IN), "Send prøven", Map.of("recipient", "9999999999"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("skriv et CPR-nummer").doesNotContain("9999999999");
    assertThat(world.sent).isEmpty();
  }

  @Test
  void a_letter_is_looked_at_and_not_sent_as_a_test() {
    as("operator");
    Document letter = server.page(PAGE + "/built-in-FIRST-LETTER");
    isWhole(letter);
    assertThat(letter.select("button:contains(Send prøven)")).isEmpty();
    assertThat(letter.select(".preview-document h4").eachText()).contains("Det er frivilligt");
    assertThat(server.get(PAGE + "/built-in-FIRST-PIGEON").statusCode()).isEqualTo(404);
    assertThat(server.get(PAGE + "/nothing").statusCode()).isEqualTo(404);
  }

  private String tested() {
    String result = goes(submit(server.page(BUILT_IN), "Send prøven", Map.of("recipient", CPR)));
    return server.page(result).select("[role=status]").text();
  }

  private void as(String name) {
    server.cookies().clear();
    server.logIn(name, StaffServer.PASSWORD);
  }

  /** Fills a form as a browser would, and presses its button. */
  private HttpResponse<String> submit(Document page, String button, Map<String, String> filled) {
    Elements forms = page.select("form[method=post]:has(button:containsOwn(" + button + "))");
    assertThat(forms).as("forms with the button %s", button).hasSize(1);
    Element form = forms.get(0);
    Map<String, String> fields = new TreeMap<>();
    form.select("input[type=hidden], input[type=date], input[type=text], textarea")
        .forEach(field -> fields.put(field.attr("name"), field.val()));
    form.select("select")
        .forEach(field -> fields.put(field.attr("name"), field.select("option[selected]").val()));
    fields.putAll(filled);
    return server.post(form.attr("action"), fields);
  }

  private static String goes(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
  }

  private static void isWhole(Document page) {
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("script, [style]")).isEmpty();
    assertThat(page.select("nav a[aria-current=page]").text()).isEqualTo("Beskedtekster");
    assertThat(page.select("th:not([scope])")).isEmpty();
    page.select("select, textarea, input:not([type=hidden])")
        .forEach(
            field ->
                assertThat(page.select("label[for=" + field.id() + "]").text())
                    .as(field.outerHtml())
                    .isNotEmpty());
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    page.select("[aria-labelledby], [aria-describedby]")
        .forEach(
            one -> {
              String ids = one.attr("aria-labelledby") + " " + one.attr("aria-describedby");
              for (String id : ids.strip().split(" +", -1)) {
                assertThat(page.getElementById(id)).as(id).isNotNull();
              }
            });
    int level = 1;
    for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
      int next = heading.tagName().charAt(1) - '0';
      assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
      level = next;
    }
    page.select("form[method=post]")
        .forEach(form -> assertThat(form.select("input[name=form-token]")).hasSize(1));
  }
}

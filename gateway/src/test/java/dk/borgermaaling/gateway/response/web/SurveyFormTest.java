package dk.borgermaaling.gateway.response.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.response.Answer;
import dk.borgermaaling.gateway.response.ListedInvitations;
import dk.borgermaaling.gateway.response.SampleSurvey;
import dk.borgermaaling.gateway.response.SendAnswer;
import dk.borgermaaling.gateway.testing.SettableClock;
import dk.borgermaaling.gateway.web.Assets;
import dk.borgermaaling.gateway.web.Contact;
import dk.borgermaaling.gateway.web.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyFormTest {
  private final List<Answer> sent = new ArrayList<>();
  private final SettableClock clock = SettableClock.at("2027-01-03T12:00");
  private final ListedInvitations invitations = new ListedInvitations();
  private final SurveyForm form =
      new SurveyForm(
          invitations,
          new OneMunicipality(),
          new SampleSurvey(),
          new SendAnswer(
              invitations,
              answer -> {
                sent.add(answer);
                return new byte[0];
              },
              (bytes, receivedOn) -> {},
              new Transactions() {
                @Override
                public <T> T inOne(Supplier<T> work) {
                  return work.get();
                }
              },
              clock),
          new SurveyPages(new Pages(Assets.load()), new Contact("spoerg@example.dk", null)),
          clock);

  @Test
  void the_first_page_says_who_asks_and_that_nobody_must() {
    Visitor visitor = new Visitor(form, "open-1");
    assertThat(visitor.status()).isEqualTo(200);
    assertThat(visitor.shows()).isEqualTo("intro");
    assertThat(visitor.page().select("header").text()).contains("Odense Kommune");
    assertThat(visitor.page().select("main").text())
        .contains("Odense Kommune", "frivilligt", "5 minutter", "ingen betydning for din sag")
        .contains("påmindelse", "spoerg@example.dk");
  }

  @Test
  void a_citizen_answers_page_by_page_to_the_receipt() {
    Visitor visitor = new Visitor(form, "open-1").press("next");
    assertThat(visitor.shows()).isEqualTo("question");
    assertThat(visitor.page().select("fieldset")).hasSize(2);
    visitor.press("next", Map.of("heard", "5", "clear", "0"));
    assertThat(visitor.page().select("h1").text()).isEqualTo("Videre");
    visitor.press("send", Map.of("closer", "2", "comment", "Ring, før I skriver.\r\nTak."));
    assertThat(visitor.shows()).isEqualTo("receipt");
    assertThat(visitor.status()).isEqualTo(200);
    Answer answer = sent.get(0);
    assertThat(answer.scores()).isEqualTo(Map.of("heard", 5, "clear", 0, "closer", 2));
    assertThat(answer.comment()).isEqualTo("Ring, før I skriver.\nTak.");
    assertThat(answer.questionnaireVersion()).isEqualTo("t.1");
    assertThat(answer.week().text()).isEqualTo("2026-W53");
    assertThat(answer.municipality().value()).isEqualTo("0461");
    assertThat(answer.surveyGroup()).isEqualTo("dagpenge");
  }

  @Test
  void no_page_has_script_or_style_of_its_own_or_names_another_site() {
    Visitor visitor = new Visitor(form, "open-1");
    List<Document> pages = new ArrayList<>(List.of(visitor.page()));
    pages.add(visitor.press("next").page());
    pages.add(visitor.press("next").page());
    pages.add(new Visitor(form, "nobody").page());
    for (Document page : pages) {
      assertThat(page.select("script, style, [style], iframe, object")).isEmpty();
      assertThat(page.getAllElements())
          .noneMatch(
              element ->
                  element.attributes().asList().stream()
                      .anyMatch(attribute -> attribute.getKey().startsWith("on")));
      assertThat(page.select("[src], [href]"))
          .extracting(
              element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"))
          .allMatch(address -> address.matches("(/|#|mailto:|tel:).*"));
      assertThat(page.expectFirst("html").attr("lang")).isEqualTo("da");
      assertThat(page.select("h1")).hasSize(1);
      assertThat(page.select(".skipnav").attr("href")).isEqualTo("#main-content");
      assertThat(page.select("footer a").eachAttr("href")).contains("/was");
    }
  }

  @Test
  void a_question_left_out_is_named_and_the_given_answers_stay() {
    Visitor visitor = new Visitor(form, "open-1").press("next").press("next", Map.of("heard", "4"));
    assertThat(visitor.status()).isEqualTo(422);
    Document page = visitor.page();
    assertThat(page.title()).startsWith("Fejl:");
    Element link = page.expectFirst(".error-summary a");
    assertThat(link.text()).isEqualTo("Det var til at forstå");
    assertThat(page.select(link.attr("href")).attr("name")).isEqualTo("clear");
    Element fieldset = page.expectFirst("fieldset[aria-describedby]");
    assertThat(page.select("#" + fieldset.attr("aria-describedby")).text())
        .isEqualTo("Fejl: Vælg et svar, eller vælg »Ved ikke«");
    assertThat(page.select("input[checked]").eachAttr("id")).containsExactly("heard-4");
    visitor.press("next", Map.of("clear", "3"));
    assertThat(visitor.page().select("h1").text()).isEqualTo("Videre");
  }

  @Test
  void going_back_loses_nothing_and_asks_nothing() {
    Visitor visitor =
        new Visitor(form, "open-1")
            .press("next")
            .press("next", Map.of("heard", "4", "clear", "3"))
            .press("back", Map.of("closer", "1", "comment", "Halvt skrevet"));
    assertThat(visitor.page().select("input[checked]").eachAttr("id"))
        .containsExactly("heard-4", "clear-3");
    assertThat(visitor.press("back").shows()).isEqualTo("intro");
    visitor.press("next").press("next");
    assertThat(visitor.page().select("input[checked]").eachAttr("id")).containsExactly("closer-1");
    assertThat(visitor.page().expectFirst("textarea").wholeText()).isEqualTo("Halvt skrevet");
    assertThat(visitor.press("send").shows()).isEqualTo("receipt");
    assertThat(sent.get(0).scores()).isEqualTo(Map.of("heard", 4, "clear", 3, "closer", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", "-1", "", "05", "5;DROP", "٣", "1e0"})
  void a_tampered_hidden_answer_is_asked_again(String value) {
    Visitor visitor =
        new Visitor(form, "open-1").press("next").press("next", Map.of("heard", "4", "clear", "3"));
    visitor.press("send", Map.of("closer", "2", "heard", value));
    assertThat(visitor.status()).isEqualTo(400);
    assertThat(visitor.page().select("h1").text()).isEqualTo("Mødet");
    assertThat(visitor.page().select(".error-summary").text())
        .contains("kunne ikke læses", "Der blev lyttet");
    assertThat(sent).isEmpty();
    assertThat(visitor.press("next", Map.of("heard", "5")).press("send").shows())
        .isEqualTo("receipt");
  }

  @Test
  void a_value_twice_an_unknown_step_version_or_action_is_no_failure_of_ours() {
    Visitor visitor = new Visitor(form, "open-1");
    assertThat(visitor.postRaw("heard=1&heard=2&step=meeting").status()).isEqualTo(400);
    assertThat(visitor.postRaw("step=nowhere").page().select("h1").text()).isEqualTo("Mødet");
    assertThat(visitor.postRaw("version=x&step=on&action=send").status()).isEqualTo(422);
    assertThat(visitor.postRaw("step=meeting&action=fly&heard=1&clear=1").status()).isEqualTo(200);
    assertThat(visitor.postRaw("").shows()).isEqualTo("question");
    assertThat(visitor.postRaw("&&=&x").shows()).isEqualTo("question");
    assertThat(sent).isEmpty();
  }

  @Test
  void sending_from_the_middle_leads_to_the_first_page_that_lacks_an_answer() {
    Visitor visitor = new Visitor(form, "open-1").postRaw("step=on&action=send&closer=3");
    assertThat(visitor.status()).isEqualTo(422);
    assertThat(visitor.page().select("h1").text()).isEqualTo("Mødet");
  }

  @Test
  void a_form_that_is_too_large_or_unreadable_is_refused_with_a_page() {
    Visitor visitor = new Visitor(form, "open-1");
    assertThat(visitor.postRaw("comment=" + "a".repeat(40_000)).status()).isEqualTo(413);
    assertThat(visitor.shows()).isEqualTo("refused");
    assertThat(visitor.postRaw("heard=%zz").status()).isEqualTo(400);
    assertThat(visitor.shows()).isEqualTo("refused");
  }

  @Test
  void a_comment_may_be_long_but_not_longer_and_never_holds_a_cpr_number() {
    Map<String, String> all = Map.of("step", "on", "action", "send", "heard", "1", "clear", "1");
    Visitor visitor = new Visitor(form, "open-1");
    visitor.post(with(all, "x".repeat(1001)));
    assertThat(visitor.status()).isEqualTo(422);
    assertThat(visitor.page().select("#comment-error").text()).contains("højst 1.000 tegn");
    assertThat(visitor.page().expectFirst("textarea").wholeText()).hasSize(1001);
    visitor.post(with(all, "Mit nummer er 070761-4285 og"));
    assertThat(visitor.page().select("#comment-error").text()).contains("cpr-nummer");
    assertThat(visitor.page().select(".error-summary a").attr("href")).isEqualTo("#comment");
    visitor.post(with(all, "\uD83D\uDE00".repeat(1000) + "\r\n"));
    assertThat(visitor.shows()).isEqualTo("receipt");
  }

  private static Map<String, String> with(Map<String, String> fields, String comment) {
    Map<String, String> all = new TreeMap<>(fields);
    all.put("closer", "5");
    all.put("comment", comment);
    return all;
  }

  @Test
  void what_people_write_is_shown_as_text() {
    Visitor visitor = new Visitor(form, "open-1");
    visitor.post(
        Map.of("step", "on", "action", "back", "comment", "\"><script>x</script></textarea>"));
    assertThat(visitor.page().select("script")).isEmpty();
    assertThat(visitor.page().select("input[name=comment]").attr("value"))
        .isEqualTo("\"><script>x</script></textarea>");
    visitor.press("next", Map.of("heard", "1", "clear", "1"));
    assertThat(visitor.page().select("script")).isEmpty();
    assertThat(visitor.page().expectFirst("textarea").wholeText())
        .isEqualTo("\"><script>x</script></textarea>");
  }

  @Test
  void a_second_send_shows_that_the_link_is_used_and_stores_nothing() {
    Map<String, String> all =
        Map.of("step", "on", "action", "send", "heard", "1", "clear", "1", "closer", "1");
    assertThat(new Visitor(form, "open-1").post(all).shows()).isEqualTo("receipt");
    Visitor again = new Visitor(form, "open-1");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.shows()).isEqualTo("answered");
    assertThat(again.post(all).shows()).isEqualTo("answered");
    assertThat(sent).hasSize(1);
  }

  @Test
  void a_closed_or_unknown_link_has_a_page_of_its_own() {
    Visitor closed = new Visitor(form, "closed");
    assertThat(closed.status()).isEqualTo(410);
    assertThat(closed.shows()).isEqualTo("closed");
    assertThat(closed.postRaw("step=on&action=send").status()).isEqualTo(410);
    Visitor unknown = new Visitor(form, "nobody");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.shows()).isEqualTo("unknown");
    assertThat(unknown.postRaw("").status()).isEqualTo(404);
  }

  @Test
  void a_group_reads_its_own_wording() {
    Visitor visitor =
        new Visitor(form, "open-2").press("next").press("next", Map.of("heard", "1", "clear", "1"));
    assertThat(visitor.page().select("legend").text()).isEqualTo("Jeg er tættere på arbejde");
  }
}

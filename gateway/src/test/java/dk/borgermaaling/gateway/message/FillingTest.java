package dk.borgermaaling.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.invitation.Channel;
import java.net.URI;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class FillingTest {
  private static final Set<String> TAGS =
      Set.of(
          "html", "head", "meta", "title", "body", "h1", "h2", "h3", "p", "ul", "li", "a", "strong",
          "br");
  private static final List<String> PIECES =
      List.of(
          "{municipality}",
          "{closes}",
          "{contact}",
          "{controller}",
          "[svar]({link})",
          "{link}",
          "**fed**",
          "\\{ikke\\}",
          "<script>alert(1)</script>",
          "&amp;",
          "\" onload='x'",
          "</p><h1>",
          "æøå 🙂",
          "# ",
          "- ",
          "\n",
          "\n\n",
          " ",
          "]]>",
          "<!--");

  @Test
  void a_text_that_passes_leaves_no_placeholder_no_foreign_tag_and_no_length_broken() {
    Random random = new Random(20261129);
    int passed = 0;
    for (int i = 0; i < 1_000; i++) {
      MessageTemplate text = TextsFixture.with(Part.BODY, body(random));
      Surroundings around = TextsFixture.around();
      if (TextChecks.stopping(text, around).isPresent()) {
        continue;
      }
      passed++;
      Filling.Result result = Filling.of(text, values("R&B <b>Kommune</b> {link}", "Ring \"nu\""));
      assertThat(result.missing()).isEmpty();
      isSafe(result.text().body());
      result
          .text()
          .lines()
          .forEach((part, line) -> assertThat(line.length()).isBetween(1, part.longest()));
    }
    assertThat(passed).isGreaterThan(250);
  }

  private static void isSafe(Body body) {
    Document html = Jsoup.parse(body.html());
    for (Element element : html.select("html, html *")) {
      assertThat(TAGS).contains(element.tagName());
      assertThat(element.attributes().asList())
          .allSatisfy(one -> assertThat(one.getKey()).isIn("lang", "dir", "href", "charset"));
    }
    assertThat(html.select("a").eachAttr("href"))
        .isNotEmpty()
        .allMatch(link -> link.equals("https://localhost/s/t?a=1&b=\"2\"".replace("\"", "%22")));
    // A name that looks like a placeholder is a name; no placeholder of the text is left.
    assertThat(html.text().replace("{link}", "").replace("{ikke}", "")).doesNotContain("{", "}");
    assertThat(html.select("h1")).hasSize(1);
  }

  private static Values values(String authority, String contact) {
    return new Values(
        authority,
        contact,
        List.of("da"),
        LocalDate.parse("2026-12-24"),
        URI.create("https://localhost/s/t?a=1&b=%222%22"));
  }

  private static String body(Random random) {
    StringBuilder body = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      body.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return body + "\n\n" + TextsFixture.builtIn().part(Part.BODY);
  }

  @Test
  void random_signs_are_read_to_the_end_and_never_thrown_at() {
    Random random = new Random(7);
    String signs = "{}[]()*#-\\\n abc<>&\"'linkmunicipality";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(60); j > 0; j--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      for (Part part : EnumSet.of(Part.SUBJECT, Part.BODY)) {
        Parsed parsed = Parsed.of(text.toString(), part, Channel.DIGITAL_POST);
        assertThat(parsed.mistakes()).allMatch(one -> one.line() > 0 && one.column() > 0);
      }
    }
  }

  @Test
  void the_built_in_invitation_says_what_must_be_said() {
    String text =
        Jsoup.parse(
                Filling.of(TextsFixture.builtIn(), values("Odense Kommune", "Ring til os."))
                    .text()
                    .body()
                    .html())
            .text();
    assertThat(text)
        .contains(
            "Odense Kommune er dataansvarlig",
            "Formålet er at gøre indsatsen bedre",
            "Du bestemmer selv",
            "ingen betydning for din sag eller din ydelse",
            "Din sagsbehandler kan ikke se",
            "Vil du ikke være med",
            "Ring til os.");
  }

  @Test
  void headings_lists_bold_and_the_link_become_html_and_nothing_else_does() {
    MessageTemplate text =
        TextsFixture.with(
            Part.BODY, "Hej\nigen\n# Et\n## To\n- a\n- **b**\n\n[Svar nu]({link}) <i>&</i> \\# x");
    String html = Filling.of(text, values("K", "C")).text().body().fragment(2);
    assertThat(html)
        .isEqualTo(
            "<p>Hej<br>igen</p>\n<h2>Et</h2>\n<h3>To</h3>\n<ul>\n<li>a</li>\n"
                + "<li><strong>b</strong></li>\n</ul>\n"
                + "<p><a href=\"https://localhost/s/t?a=1&amp;b=%222%22\">Svar nu</a>"
                + " &lt;i&gt;&amp;&lt;/i&gt; # x</p>\n");
  }

  @Test
  void a_letter_has_the_body_as_plain_text_under_headings() {
    MessageTemplate text =
        TextsFixture.with(Part.BODY, "Hej\nigen\n# Et\n- a\n- **b** & <c>\n\n[Svar]({link})");
    assertThat(Filling.of(text, values("K", "C")).text().body().sections())
        .containsExactly(
            new Body.Section("", "Hej\nigen", ""),
            new Body.Section("Et", "\u2013 a\n\u2013 b & <c>", ""),
            new Body.Section("", "Svar (https://localhost/s/t?a=1&b=%222%22)", ""));
  }

  @Test
  void each_other_language_has_its_line_in_its_own_direction() {
    Values values =
        new Values(
            "Odense Kommune",
            "Ring.",
            List.of("da", "en", "ar"),
            null,
            URI.create("https://localhost/s/t"));
    String html = Filling.of(TextsFixture.builtIn(), values).text().body().html();
    assertThat(html)
        .contains("<p lang=\"en\">This message is from Odense Kommune")
        .contains("<p lang=\"ar\" dir=\"rtl\">")
        .doesNotContain("lang=\"da\" dir");
    assertThat(Jsoup.parse(html).select("p[lang]")).hasSize(2);
  }

  @Test
  void what_has_no_value_is_missed_and_not_left_empty_in_silence() {
    Map<Part, String> parts = new EnumMap<>(TextsFixture.builtIn().parts());
    parts.put(Part.SUBJECT, "Svar inden {closes}");
    MessageTemplate text = new MessageTemplate(null, "x", TextsFixture.builtIn().key(), parts);
    Values values = new Values("K", "C", List.of("da"), null, URI.create("https://localhost/s/t"));
    assertThat(Filling.of(text, values).missing()).containsExactly(Placeholder.CLOSES);
  }
}

package dk.borgermaaling.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextChecksTest {
  private final Surroundings around = TextsFixture.around();

  @ParameterizedTest
  @EnumSource(TextStep.class)
  void the_built_in_texts_have_nothing_wrong_with_them(TextStep step) {
    for (Channel channel : Channel.values()) {
      assertThat(TextChecks.of(BuiltInTexts.of(step, channel), around)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUBJECT | '' | EMPTY",
        "SUBJECT | Din kommune spørger om sygedagpengene | REVEALS",
        "SUBJECT | Hej {navn} | UNKNOWN_PLACEHOLDER",
        "SUBJECT | Hej {link} | PLACEHOLDER_NOT_HERE",
        "SUBJECT | Hej {municipality | OPEN_BRACE",
        "SUBJECT | Hej municipality} | STRAY_BRACE",
        "SUBJECT | Se www.odense | LOOKS_LIKE_LINK",
        "SUBJECT | Sagen om 6101801234 | LOOKS_LIKE_NUMBER",
        "SUBJECT | Sagen om 610180-1234 | LOOKS_LIKE_NUMBER",
        "NOTIFICATION | Til dig på kontanthjælp | REVEALS",
        "NOTIFICATION | Læs mere på odense.dk | LOOKS_LIKE_LINK",
        "NOTIFICATION | Skriv til post@odense | LOOKS_LIKE_LINK",
        "FILE_NAME | dagpenge.html | REVEALS",
        "FILE_NAME | a/b.html | FILE_NAME",
        "FILE_NAME | a?.html | FILE_NAME",
        "FILE_NAME | invitation.pdf | FILE_NAME",
        "FILE_NAME | invitation.html. | FILE_NAME",
        "FILE_NAME | {municipality}.html | PLACEHOLDER_NOT_HERE",
        "ACTION_LABEL | Svar om jobafklaringen | REVEALS",
        "SMS | Du har post: https://odense.dk | LOOKS_LIKE_LINK",
        "SMS | Du har post om dit fleksjob | REVEALS",
        "SMS | Du har post {contact} | PLACEHOLDER_NOT_HERE",
        "BODY | Svar her [nu]({link}) | MISSING_BLOCK",
        "BODY | [her](https://ond.example) | BAD_LINK",
        "BODY | **fed | OPEN_BOLD",
        "BODY | Se {languages} her | LANGUAGES_NOT_ALONE",
        "BODY | Se http://odense.dk | NOT_HTTPS",
        "BODY | Se javascript:alert(1) | NOT_HTTPS",
      })
  void a_text_with_a_fault_cannot_be_used(Part part, String words, FindingKind kind) {
    assertThat(TextChecks.of(TextsFixture.with(part, words), around))
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(kind);
              assertThat(finding.part()).isEqualTo(part);
              assertThat(finding.stops()).isTrue();
              assertThat(finding.text()).doesNotContain("6101801234", "610180-1234");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUBJECT | Hvad synes du om {municipality}?",
        "SUBJECT | Fortæl os, hvad du mener",
        "NOTIFICATION | {municipality} vil gerne høre din mening inden {closes}.",
        "FILE_NAME | Besked fra kommunen.html",
        "ACTION_LABEL | Åbn spørgeskemaet",
        "SMS | Hej. {municipality} har sendt dig digital post.",
      })
  void a_plain_text_can_be_used(Part part, String words) {
    assertThat(TextChecks.of(TextsFixture.with(part, words), around)).isEmpty();
  }

  @Test
  void a_mistake_says_its_line_and_column() {
    MessageTemplate text = TextsFixture.with(Part.BODY, "Hej\n\nSvar {nu}");
    assertThat(TextChecks.of(text, around))
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(FindingKind.UNKNOWN_PLACEHOLDER);
              assertThat(finding.line()).isEqualTo(3);
              assertThat(finding.column()).isEqualTo(6);
            });
  }

  @Test
  void each_block_that_must_be_there_is_missed_by_its_name() {
    for (Placeholder duty : Duties.all()) {
      String body = TextsFixture.builtIn().part(Part.BODY).replace(duty.written(), "");
      assertThat(kinds(TextsFixture.with(Part.BODY, body)))
          .as(duty.written())
          .containsExactly(FindingKind.MISSING_BLOCK);
    }
    String body = TextsFixture.builtIn().part(Part.BODY).replace("({link})", "");
    assertThat(kinds(TextsFixture.with(Part.BODY, body)))
        .contains(FindingKind.MISSING_LINK, FindingKind.BAD_LINK);
  }

  @Test
  void a_text_is_measured_with_the_longest_name_that_is_filled_in() {
    String words = "x".repeat(150 - "Odense Kommune".length()) + "{municipality}";
    MessageTemplate text = TextsFixture.with(Part.NOTIFICATION, words);
    assertThat(kinds(text)).containsExactly(FindingKind.TOO_LONG_FILLED);
    assertThat(TextChecks.of(text, around.of(TextsFixture.ODENSE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {150, 151})
  void a_text_message_has_at_most_150_characters(int length) {
    assertThat(kinds(TextsFixture.with(Part.SMS, "x".repeat(length))).isEmpty())
        .isEqualTo(length == 150);
  }

  @Test
  void a_subject_that_lists_cut_off_is_pointed_out_and_may_be_used() {
    List<Finding> findings =
        TextChecks.of(TextsFixture.with(Part.SUBJECT, "Vi spørger dig ".repeat(4)), around);
    assertThat(findings).hasSize(1).noneMatch(Finding::stops);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hej \u0007", "Hej\u200b\ufffe", "Hej\nigen"})
  void a_character_that_cannot_be_carried_is_found_in_a_line(String words) {
    assertThat(kinds(TextsFixture.with(Part.SUBJECT, words))).contains(FindingKind.NOT_XML);
  }

  @Test
  void without_anybody_to_ask_the_text_cannot_be_used() {
    Surroundings nobody = TextsFixture.around(TextsFixture.GROUPS, Map.of(), "", List.of("da"));
    assertThat(TextChecks.of(TextsFixture.builtIn(), nobody))
        .extracting(Finding::kind)
        .containsExactly(FindingKind.MISSING_VALUE);
    Surroundings one =
        TextsFixture.around(TextsFixture.GROUPS, Map.of("0461", "Ring 12 34."), "", List.of("da"));
    assertThat(TextChecks.of(TextsFixture.builtIn(), one.of(TextsFixture.ODENSE))).isEmpty();
    assertThat(TextChecks.of(TextsFixture.builtIn(), one))
        .singleElement()
        .satisfies(finding -> assertThat(finding.text()).contains("Bornholms Regionskommune"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost/s/x", "/s/x", "https:///s/x"})
  void an_address_of_ours_that_digital_post_refuses_is_found(String link) {
    Surroundings bad =
        new Surroundings(
            around.municipalities(),
            around.groups(),
            around.revealing(),
            Map.of(),
            "Ring.",
            List.of("da"),
            URI.create(link));
    assertThat(TextChecks.of(TextsFixture.builtIn(), bad))
        .extracting(Finding::kind)
        .containsExactly(FindingKind.LINK_ADDRESS);
  }

  @Test
  void a_language_of_the_questionnaire_without_a_line_is_found() {
    Surroundings klingon =
        TextsFixture.around(TextsFixture.GROUPS, Map.of(), "Ring.", List.of("da", "tlh"));
    assertThat(TextChecks.of(TextsFixture.builtIn(), klingon))
        .extracting(Finding::kind)
        .containsExactly(FindingKind.NO_LANGUAGE_LINE);
  }

  @Test
  void a_text_for_what_is_not_there_cannot_be_used() {
    TextKey key =
        new TextKey(
            new MunicipalityCode("0999"),
            null,
            "nedlagt",
            TextStep.FIRST,
            Channel.DIGITAL_POST,
            "en",
            "");
    assertThat(TextChecks.of(TextsFixture.forKey("x", key), around))
        .extracting(Finding::kind)
        .contains(
            FindingKind.UNKNOWN_LANGUAGE,
            FindingKind.UNKNOWN_GROUP,
            FindingKind.UNKNOWN_MUNICIPALITY);
  }

  private List<FindingKind> kinds(MessageTemplate text) {
    return TextChecks.of(text, around).stream().map(Finding::kind).toList();
  }
}

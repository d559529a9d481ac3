package dk.borgermaaling.gateway.caselist;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caselist.ColumnMapping.Flaw;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnMappingTest {
  @Test
  void headings_of_momentum_fasit_and_people_are_known() {
    Headings headings =
        new Headings(
            1,
            List.of(
                "CPR-nr.",
                "Navn",
                "MÅLGRUPPE",
                "targetGroupStartDate",
                "Samtale-type",
                "Samtaledato",
                "Samtaleform"));
    assertThat(ColumnMapping.proposed(headings).texts())
        .isEqualTo(
            Map.of(
                "CPR", "0",
                "TARGET_GROUP", "2",
                "GROUP_START", "3",
                "CONVERSATION_TYPE", "4",
                "CONVERSATION_DATE", "5",
                "CONVERSATION_FORM", "6"));
    assertThat(ColumnMapping.proposed(headings).flaws(7)).isEmpty();
  }

  @Test
  void of_two_columns_with_the_same_heading_none_is_proposed() {
    Headings headings = new Headings(1, List.of("CPR", "Samtaledato", "samtale dato"));
    assertThat(ColumnMapping.proposed(headings).texts()).isEqualTo(Map.of("CPR", "0"));
  }

  @Test
  void what_does_not_go_together_is_said() {
    assertThat(parse("CPR", "0").flaws(3)).containsExactly(Flaw.NOTHING_TOLD);
    assertThat(parse("TARGET_GROUP", "0").flaws(3))
        .containsExactly(Flaw.CPR_MISSING, Flaw.GROUP_NEEDS_START);
    assertThat(parse("CPR", "0", "CONVERSATION_DATE", "1", "CONVERSATION_FORM", "=LETTER").flaws(3))
        .containsExactly(Flaw.CONVERSATION_NEEDS_TYPE);
    assertThat(parse("CPR", "0", "COURSE_END", "0").flaws(3)).containsExactly(Flaw.COLUMN_TWICE);
    assertThat(parse("CPR", "0", "COURSE_END", "3").flaws(3)).containsExactly(Flaw.NO_SUCH_COLUMN);
  }

  @Test
  void a_value_for_all_rows_is_taken_where_it_makes_sense_alone() {
    assertThat(
            parse(
                    "CPR",
                    "=x",
                    "CONVERSATION_TYPE",
                    "=7",
                    "CONVERSATION_FORM",
                    "=SMOKE",
                    "COURSE_END",
                    "-1",
                    "ACTOR",
                    "=OTHER_ACTOR")
                .texts())
        .isEqualTo(Map.of("CONVERSATION_TYPE", "=7", "ACTOR", "=OTHER_ACTOR"));
  }

  @Test
  void lists_with_the_same_headings_are_known_again_and_others_are_not() {
    String signature = new Headings(1, List.of("CPR-nr.", "Dato")).signature();
    assertThat(new Headings(4, List.of("cpr nr", "DATO")).signature()).isEqualTo(signature);
    assertThat(new Headings(1, List.of("Dato", "CPR-nr.")).signature()).isNotEqualTo(signature);
    assertThat(signature).hasSize(64);
  }

  @Test
  void columns_are_called_as_a_spreadsheet_calls_them() {
    assertThat(
            List.of(
                Headings.letter(0),
                Headings.letter(25),
                Headings.letter(26),
                Headings.letter(701),
                Headings.letter(702)))
        .containsExactly("A", "Z", "AA", "ZZ", "AAA");
  }

  private static ColumnMapping parse(String... namesAndTexts) {
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      texts.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return ColumnMapping.parse(texts);
  }
}

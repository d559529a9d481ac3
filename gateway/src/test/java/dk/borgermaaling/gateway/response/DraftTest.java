package dk.borgermaaling.gateway.response;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.response.Draft.CommentFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {
  @ParameterizedTest
  @ValueSource(strings = {"0707614285", "070761-4285", "nr. 670761 4285.", "(070761\u20134285)"})
  void a_cpr_number_in_a_comment_is_seen(String comment) {
    assertThat(commented(comment).commentFault()).isEqualTo(CommentFault.LIKE_A_CPR_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ring 70 10 18 55", "sag 12345678901234", "2026-11-23", "991361-4285"})
  void other_numbers_are_left_alone(String comment) {
    assertThat(commented(comment).commentFault()).isEqualTo(CommentFault.NONE);
  }

  @Test
  void characters_that_no_one_sees_are_left_out_of_a_comment() {
    assertThat(commented(" a\u0000b\r\nc\rd\u0007\ud800 ").comment()).isEqualTo("ab\nc\nd");
  }

  @Test
  void dont_know_is_a_choice() {
    Draft draft =
        Draft.read(
            SampleSurvey.QUESTIONNAIRE,
            Map.of("heard", List.of("0"), "clear", List.of("0"), "closer", List.of("0")));
    assertThat(draft.complete()).isTrue();
    assertThat(draft.altered()).isFalse();
  }

  @Test
  void a_draft_and_an_answer_show_nothing_when_printed() {
    assertThat(commented("secret").toString()).doesNotContain("secret");
  }

  private static Draft commented(String comment) {
    return Draft.read(SampleSurvey.QUESTIONNAIRE, Map.of("comment", List.of(comment)));
  }
}

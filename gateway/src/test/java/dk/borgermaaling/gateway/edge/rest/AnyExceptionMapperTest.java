package dk.borgermaaling.gateway.edge.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.edge.ProblemJson;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import org.junit.jupiter.api.Test;

class AnyExceptionMapperTest {
  @Test
  void a_problem_keeps_its_type_and_detail() {
    Incident incident =
        AnyExceptionMapper.incident(
            new ProblemException(new Problem.Malformed("municipalityCode", "four digits")));
    assertThat(ProblemJson.of(incident))
        .isEqualTo(
            """
            {"type":"http://borgermaaling.dk/problems/malformed",\
            "title":"The message is malformed","status":400,\
            "detail":"municipalityCode must be four digits","instance":"%s"}"""
                .formatted(incident.instance()));
  }

  @Test
  void a_problem_inside_another_exception_is_found() {
    Incident incident =
        AnyExceptionMapper.incident(new IllegalStateException(Refusal.notTrusted("replayed")));
    assertThat(incident.problem()).isEqualTo(new Problem.NotTrusted());
  }

  @Test
  void a_bug_tells_nothing_of_itself() {
    Incident incident = AnyExceptionMapper.incident(new IllegalStateException("cpr 0101901234"));
    assertThat(incident.problem().type()).isEqualTo(ProblemType.INTERNAL);
    assertThat(ProblemJson.of(incident)).doesNotContain("0101901234", "IllegalState");
  }

  @Test
  void quotes_in_a_detail_stay_inside_their_string() {
    Incident incident =
        AnyExceptionMapper.incident(
            new ProblemException(new Problem.Malformed("a\"b", "one\\two\nlines")));
    assertThat(ProblemJson.of(incident)).contains("\"a\\\"b must be one\\\\two\\u000alines\"");
  }
}

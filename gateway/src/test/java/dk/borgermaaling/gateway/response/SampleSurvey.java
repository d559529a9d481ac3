package dk.borgermaaling.gateway.response;

import dk.borgermaaling.gateway.survey.Question;
import dk.borgermaaling.gateway.survey.Questionnaire;
import dk.borgermaaling.gateway.survey.Questionnaires;
import dk.borgermaaling.gateway.survey.Scale;
import dk.borgermaaling.gateway.survey.Theme;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A short questionnaire of two themes, the second with a wording of its own for one group. */
public final class SampleSurvey implements Questionnaires {
  public static final Scale DEGREE =
      new Scale(
          "degree",
          List.of(
              new Scale.Option(5, "I meget høj grad"),
              new Scale.Option(4, "I høj grad"),
              new Scale.Option(3, "I nogen grad"),
              new Scale.Option(2, "I mindre grad"),
              new Scale.Option(1, "Slet ikke"),
              new Scale.Option(0, "Ved ikke / ikke relevant")));
  public static final Question HEARD = new Question("heard", "Der blev lyttet", Map.of());
  public static final Question CLEAR = new Question("clear", "Det var til at forstå", Map.of());
  public static final Question CLOSER =
      new Question("closer", "Jeg er tættere på job", Map.of("syg", "Jeg er tættere på arbejde"));
  public static final Theme MEETING =
      new Theme("meeting", "Mødet", "Tænk på mødet.", DEGREE, List.of(HEARD, CLEAR));
  public static final Theme ON = new Theme("on", "Videre", "Tænk frem.", DEGREE, List.of(CLOSER));
  public static final Questionnaire QUESTIONNAIRE =
      new Questionnaire("t.1", LocalDate.of(2026, 1, 1), List.of(MEETING, ON));

  @Override
  public Questionnaire inForce(LocalDate on) {
    return QUESTIONNAIRE;
  }

  @Override
  public Optional<Questionnaire> byVersion(String version) {
    return version.equals("t.1") ? Optional.of(QUESTIONNAIRE) : Optional.empty();
  }
}

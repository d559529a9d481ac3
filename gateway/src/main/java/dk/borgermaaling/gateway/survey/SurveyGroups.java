package dk.borgermaaling.gateway.survey;

import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The effective-dated table from target group codes to survey groups. */
public interface SurveyGroups {
  /** All groups in force on this day, in the order in which they are shown. */
  List<SurveyGroup> all(LocalDate on);

  /** What the table says of a code on a day. */
  Mapping map(TargetGroupCode code, LocalDate on);

  /** What the table said of a code when it last knew it, on this day or before. */
  Mapping mapLast(TargetGroupCode code, LocalDate by);

  /** Three different answers: unknown code, known code that is not surveyed, surveyed. */
  sealed interface Mapping {
    /** The table does not know the code: never a guess, the event is refused or set aside. */
    record Unknown() implements Mapping {}

    /** The code is known and its citizens are not asked. */
    record NotSurveyed() implements Mapping {}

    record Surveyed(SurveyGroup group) implements Mapping {}
  }

  /** The group with this id, if there ever was one. */
  Optional<SurveyGroup> byId(String id);
}

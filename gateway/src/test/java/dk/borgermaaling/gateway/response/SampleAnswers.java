package dk.borgermaaling.gateway.response;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.SamplingMode;
import java.util.Map;

/** Answers that can be told apart by their group. */
public final class SampleAnswers {
  private SampleAnswers() {}

  public static Answer numbered(int number) {
    return new Answer(
        new MunicipalityCode("0461"),
        "group-" + number,
        number % 3 == 0 ? SamplingMode.ROUND : SamplingMode.CONTINUOUS,
        "t.1",
        new IsoWeek("2026-W48"),
        Map.of("heard", 1 + number % 5, "clear", 0),
        number % 2 == 0 ? "comment " + number : "");
  }
}

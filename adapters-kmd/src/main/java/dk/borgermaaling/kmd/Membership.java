package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What is remembered of a citizen between runs: the last group, and the instant of the last event,
 * below which later events of the same citizen never go.
 *
 * @param inGroup false once the citizen was gone from every search
 */
record Membership(boolean inGroup, TargetGroupCode group, Instant lastEventAt) {
  private static final String IN = "in";
  private static final String GONE = "gone";

  String text() {
    return String.join(
        "|",
        inGroup ? IN : GONE,
        group.system(),
        group.code(),
        group.startDate().toString(),
        lastEventAt.toString());
  }

  static Membership parse(String text) {
    List<String> parts = List.of(text.split("\\|", -1));
    return new Membership(
        parts.get(0).equals(IN),
        new TargetGroupCode(parts.get(1), parts.get(2), LocalDate.parse(parts.get(3))),
        Instant.parse(parts.get(4)));
  }
}

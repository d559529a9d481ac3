package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.console.Stretch;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import java.util.Collection;
import java.util.function.ToLongFunction;

/** One municipality, or all of them, in the table of stages. */
public record RoadRow(
    String code,
    String name,
    String events,
    String waiting,
    String invited,
    String stopped,
    String underWay,
    String delivered,
    String failed,
    String unknown,
    String reminders) {

  static RoadRow of(String code, String name, Stretch stretch) {
    return new RoadRow(
        code,
        name,
        DanishFigures.count(stretch.events().events()),
        DanishFigures.count(stretch.events().waiting()),
        DanishFigures.count(stretch.events().invited()),
        DanishFigures.count(stretch.events().stopped()),
        DanishFigures.count(stretch.underWay()),
        DanishFigures.count(stretch.delivered()),
        DanishFigures.count(stretch.failed()),
        DanishFigures.count(stretch.unknown()),
        DanishFigures.count(stretch.reminders()));
  }

  /** The sum. */
  static RoadRow total(Collection<Stretch> stretches) {
    return new RoadRow(
        "",
        "I alt",
        sum(stretches, stretch -> stretch.events().events()),
        sum(stretches, stretch -> stretch.events().waiting()),
        sum(stretches, stretch -> stretch.events().invited()),
        sum(stretches, stretch -> stretch.events().stopped()),
        sum(stretches, Stretch::underWay),
        sum(stretches, Stretch::delivered),
        sum(stretches, Stretch::failed),
        sum(stretches, Stretch::unknown),
        sum(stretches, Stretch::reminders));
  }

  private static String sum(Collection<Stretch> stretches, ToLongFunction<Stretch> part) {
    return DanishFigures.count(stretches.stream().mapToLong(part).sum());
  }
}

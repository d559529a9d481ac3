package dk.borgermaaling.gateway.reporting.web;

import dk.borgermaaling.gateway.reporting.Shown;
import dk.borgermaaling.gateway.reporting.Turnout;
import java.util.OptionalDouble;

/** Participation as the templates print it; dashes when it is not shown. */
public record TurnoutView(
    Shown.Mark mark, OptionalDouble rate, String invited, String responses, String percent) {

  static TurnoutView of(Shown<Turnout> shown) {
    OptionalDouble rate = shown.map(Turnout::rate).orElse(OptionalDouble.empty());
    return new TurnoutView(
        shown.mark(),
        rate,
        shown.map(turnout -> DanishFigures.count(turnout.invited())).orElse(DanishFigures.NONE),
        shown.map(turnout -> DanishFigures.count(turnout.responses())).orElse(DanishFigures.NONE),
        rate.isPresent() ? DanishFigures.percent(rate.getAsDouble()) : DanishFigures.NONE);
  }

  public boolean isThin() {
    return mark == Shown.Mark.THIN;
  }

  public boolean isHidden() {
    return mark == Shown.Mark.HIDDEN;
  }
}

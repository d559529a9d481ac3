package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.console.EventLog.Decided;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;

/** A decision in the list. */
public record DecisionRow(
    String decided,
    String place,
    String happening,
    String group,
    String outcome,
    boolean invited,
    String rules,
    String citizen,
    String event) {

  static DecisionRow of(Decided decision, String place, String group) {
    return new DecisionRow(
        DanishFigures.time(decision.decidedAt()),
        place,
        Words.happening(decision.happening()),
        group,
        Words.outcome(decision.outcome()).name(),
        decision.outcome().equals("INVITED"),
        decision.ruleVersion(),
        decision.citizen().toString(),
        decision.event().toString());
  }
}

package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.selection.Replay;
import dk.borgermaaling.gateway.selection.RuleTables;
import dk.borgermaaling.gateway.selection.SelectionTable;
import dk.borgermaaling.gateway.selection.TermsTables;
import dk.borgermaaling.gateway.survey.SurveyTable;
import dk.borgermaaling.gateway.survey.SurveyTables;
import dk.borgermaaling.gateway.tables.ChangePreview;
import dk.borgermaaling.gateway.tables.Preview;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decisions that would have come out otherwise: the last 30 days decided again. */
public final class DecisionPreview implements ChangePreview {
  private static final String INVITED = "INVITED";

  private final Supplier<SurveyTables> survey;
  private final Supplier<TermsTables> terms;
  private final Replay replay;
  private final BusinessClock clock;

  /**
   * @param survey as it is in the open transaction
   * @param terms as they are in the open transaction
   */
  public DecisionPreview(
      Supplier<SurveyTables> survey,
      Supplier<TermsTables> terms,
      Replay replay,
      BusinessClock clock) {
    this.survey = survey;
    this.terms = terms;
    this.replay = replay;
    this.clock = clock;
  }

  @Override
  public String heading() {
    return "Beslutninger, der ville være blevet andre";
  }

  @Override
  public boolean concerns(String table) {
    return SurveyTable.byId(table).isPresent() || SelectionTable.byId(table).isPresent();
  }

  @Override
  public Preview of(Question question) {
    SurveyTables now = survey.get();
    SurveyTables wouldBe = now.with(question.wouldBe());
    TermsTables termsNow = terms.get();
    TermsTables termsThen = termsNow.with(question.wouldBe());
    LocalDate day = question.broughtForward();
    Instant end = clock.now();
    Replay.Result result =
        replay.run(end.minus(BACK), end, rules(now, termsNow, day), rules(wouldBe, termsThen, day));
    List<Preview.Line> lines =
        result.changes().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                change ->
                    new Preview.Line(
                        change.getKey().municipality().value(),
                        shown(change.getKey().before(), now),
                        shown(change.getKey().after(), wouldBe),
                        change.getValue()))
            .toList();
    return new Preview(lines);
  }

  private static RuleTables rules(
      SurveyTables survey, TermsTables terms, @Nullable LocalDate asOn) {
    SurveyTables held = asOn == null ? survey : survey.always(asOn);
    return new RuleTables(held, held, asOn == null ? terms : terms.always(asOn));
  }

  private static String shown(String outcome, SurveyTables survey) {
    if (!outcome.startsWith(INVITED)) {
      return Words.outcome(outcome).name();
    }
    String group = outcome.substring(INVITED.length()).strip();
    return Words.outcome(INVITED).name()
        + ": "
        + survey.byId(group).map(found -> found.name()).orElse(group);
  }
}

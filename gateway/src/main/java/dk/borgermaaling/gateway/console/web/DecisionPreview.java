package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.Replay;
import dk.borgermaaling.gateway.selection.RuleTables;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.selection.SelectionTable;
import dk.borgermaaling.gateway.selection.TermsTables;
import dk.borgermaaling.gateway.survey.SurveyTable;
import dk.borgermaaling.gateway.survey.SurveyTables;
import dk.borgermaaling.gateway.tables.ChangePreview;
import dk.borgermaaling.gateway.tables.Preview;
import dk.borgermaaling.gateway.tables.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decisions that would have come out otherwise: the last 30 days decided again. Rounds are not:
 * their populations are looked at on the day they are frozen. Where the terms or the sampling of a
 * municipality with rounds change, a line says so.
 */
public final class DecisionPreview implements ChangePreview {
  private static final String INVITED = "INVITED";
  private static final String ROUNDS = "målerunder";
  private static final String NOT_REPLAYED = "ikke med her: regnes ud, når populationen fryses";

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
    Stream<Preview.Line> rounds =
        townsInRounds(question, termsNow, termsThen)
            .map(town -> new Preview.Line(town, ROUNDS, NOT_REPLAYED, 0));
    Stream<Preview.Line> lines =
        result.changes().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                change ->
                    new Preview.Line(
                        change.getKey().municipality().value(),
                        shown(change.getKey().before(), now),
                        shown(change.getKey().after(), wouldBe),
                        change.getValue()));
    return new Preview(Stream.concat(rounds, lines).toList());
  }

  /** Those of which a row comes or goes, and that ask in rounds on one of its days. */
  private Stream<String> townsInRounds(
      Question question, TermsTables termsNow, TermsTables termsThen) {
    if (SelectionTable.byId(question.now().table()).isEmpty()) {
      return Stream.empty();
    }
    List<Row> before = question.now().rows();
    List<Row> after = question.wouldBe().rows();
    return Stream.concat(
            before.stream().filter(row -> !after.contains(row)),
            after.stream().filter(row -> !before.contains(row)))
        .filter(row -> isInRounds(row, termsNow) || isInRounds(row, termsThen))
        .map(row -> row.cells().get(0))
        .distinct()
        .sorted();
  }

  private boolean isInRounds(Row row, TermsTables tables) {
    MunicipalityCode town = new MunicipalityCode(row.cells().get(0));
    return Stream.of(clock.today(), row.period().from())
        .anyMatch(day -> tables.of(town, day).mode() == SamplingMode.ROUND);
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

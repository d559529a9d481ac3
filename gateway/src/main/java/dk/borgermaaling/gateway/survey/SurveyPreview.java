package dk.borgermaaling.gateway.survey;

import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.caseevent.UnknownGroup;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.survey.RecentEvents.Counted;
import dk.borgermaaling.gateway.survey.SurveyGroups.Mapping;
import dk.borgermaaling.gateway.tables.ChangePreview;
import dk.borgermaaling.gateway.tables.Preview;
import dk.borgermaaling.gateway.tables.PreviewLines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** What a change of the survey's tables would have made of the events of the last 30 days. */
public final class SurveyPreview {
  private final Supplier<SurveyTables> tables;
  private final RecentEvents events;
  private final BusinessClock clock;

  /**
   * @param tables as they are in the open transaction
   */
  public SurveyPreview(Supplier<SurveyTables> tables, RecentEvents events, BusinessClock clock) {
    this.tables = tables;
    this.events = events;
    this.clock = clock;
  }

  /** Events whose code means something else. */
  public ChangePreview ofEvents() {
    return new Part(
        "Hændelser, hvis målgruppe bliver en anden",
        true,
        (before, after) -> {
          PreviewLines lines = new PreviewLines();
          for (Counted counted : recent()) {
            lines.add(
                counted.municipality(),
                shown(map(before, counted)),
                shown(map(after, counted)),
                counted.count());
          }
          return lines.preview();
        });
  }

  /** Conversations that lead to an invitation in another group, or not any more. */
  public ChangePreview ofConversations() {
    return new Part(
        "Holdte samtaler, der udløser noget andet",
        true,
        (before, after) -> {
          PreviewLines lines = new PreviewLines();
          for (Counted counted : recent()) {
            Integer type = counted.conversationType();
            if (type != null) {
              lines.add(
                  counted.municipality(),
                  triggered(before, counted, type),
                  triggered(after, counted, type),
                  counted.count());
            }
          }
          return lines.preview();
        });
  }

  /** What was set aside for its code alone, as far as the dead letter says the code. */
  public ChangePreview ofDeadLetters() {
    return new Part(
        "Lagt til side på grund af koden, og nu forstået",
        false,
        (before, after) -> {
          PreviewLines lines = new PreviewLines();
          events
              .waitingForTheirGroup()
              .forEach(
                  waiting -> {
                    lines.add(
                        waiting.municipality(),
                        shown(map(before, waiting.unknown())),
                        shown(map(after, waiting.unknown())),
                        waiting.count());
                  });
          return lines.preview();
        });
  }

  private List<Counted> recent() {
    Instant now = clock.now();
    return events.between(now.minus(ChangePreview.BACK), now);
  }

  private static Mapping map(SurveyTables tables, Counted counted) {
    return counted.leavesGroup()
        ? tables.mapLast(counted.group(), counted.day())
        : tables.map(counted.group(), counted.day());
  }

  private static Mapping map(SurveyTables tables, UnknownGroup unknown) {
    TargetGroupCode group = unknown.group();
    LocalDate day = unknown.day();
    return tables.map(
        group.isUntold() ? tables.meant(group.code(), group.startDate(), day) : group, day);
  }

  private static String shown(Mapping mapping) {
    if (mapping instanceof Mapping.Surveyed surveyed) {
      return surveyed.group().name();
    }
    return mapping instanceof Mapping.Unknown ? "ukendt kode" : "spørges ikke";
  }

  private static String triggered(SurveyTables tables, Counted counted, int type) {
    return map(tables, counted) instanceof Mapping.Surveyed surveyed
            && tables.triggers(type, surveyed.group().id(), counted.day())
        ? "udløser: " + surveyed.group().name()
        : "udløser ikke";
  }

  private final class Part implements ChangePreview {
    private final String heading;
    private final boolean canBeBroughtForward;
    private final BiFunction<SurveyTables, SurveyTables, Preview> compare;

    /**
     * @param canBeBroughtForward whether it tells of what might come, not of what waits now
     */
    Part(
        String heading,
        boolean canBeBroughtForward,
        BiFunction<SurveyTables, SurveyTables, Preview> compare) {
      this.heading = heading;
      this.canBeBroughtForward = canBeBroughtForward;
      this.compare = compare;
    }

    @Override
    public String heading() {
      return heading;
    }

    @Override
    public boolean concerns(String table) {
      return SurveyTable.byId(table).isPresent();
    }

    @Override
    public Preview of(Question question) {
      SurveyTables current = tables.get();
      SurveyTables before = current.with(question.now());
      SurveyTables after = current.with(question.wouldBe());
      LocalDate day = question.broughtForward();
      return day == null || !canBeBroughtForward
          ? compare.apply(before, after)
          : compare.apply(before.always(day), after.always(day));
    }
  }
}

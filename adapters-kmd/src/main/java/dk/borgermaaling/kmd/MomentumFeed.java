package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedStates;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.time.Instant;

/**
 * One run over one municipality's Momentum: reads everything first, then hands in the differences,
 * oldest first, in transactions that also write what is remembered. A run that breaks off while
 * reading target groups has changed nothing; one that breaks off later is continued by the next. A
 * task list that cannot be read to its end stops nothing else.
 *
 * <p>Most runs look at who came into a group lately. From time to time, and when an operator wants
 * it, a run looks at everybody: it alone finds who is gone, and what has changed further back.
 */
public final class MomentumFeed {
  private final FeedSettings settings;
  private final Gateway gateway;

  public MomentumFeed(FeedSettings settings, Gateway gateway) {
    this.settings = settings;
    this.gateway = gateway;
  }

  /**
   * Makes one run. Never two at once for a municipality: the memory refuses the slower one.
   *
   * @return how many new events were stored
   * @throws ProblemException {@code UPSTREAM_UNAVAILABLE} when Momentum did not tell who is in
   *     which group, {@code UNKNOWN_MUNICIPALITY} without a service agreement
   */
  public int run(MunicipalityCode municipality, Momentum momentum) {
    Instant begun = gateway.realClock().instant();
    Reading run = reading(municipality, momentum);
    FeedStates.State state = gateway.states().of(EventSource.MOMENTUM, municipality);
    boolean complete = isCompleteDue(state, begun);
    Bookmark bookmark = read(run, complete, state.isAllWanted());
    return new HandingIn(
            run, bookmark, gateway.intake(), gateway.deadLetters(), gateway.transactions())
        .all(
            () -> {
              if (complete) {
                gateway.states().lookedAtAll(EventSource.MOMENTUM, municipality, begun);
              }
            });
  }

  /** What a complete run would tell now; changes nothing. */
  public Counts dryRun(MunicipalityCode municipality, Momentum momentum) {
    Reading run = reading(municipality, momentum);
    read(run, true, true);
    return new Counting(run).all();
  }

  /**
   * @param allTasks whether the task list is read from its start as well
   */
  private Bookmark read(Reading run, boolean complete, boolean allTasks) {
    GroupReading groups = new GroupReading(run);
    if (complete) {
      groups.complete();
    } else {
      groups.recent();
    }
    Bookmark bookmark =
        new Bookmark(
            gateway.memory(), run.findings().municipality(), run.differences().now(), allTasks);
    if (settings.taskFeed()) {
      readTasks(run, bookmark);
    }
    return bookmark;
  }

  /** A task list that does not answer has a letter of its own; the groups are told all the same. */
  private static void readTasks(Reading run, Bookmark bookmark) {
    try {
      new TaskReading(run, bookmark).read();
    } catch (ProblemException e) {
      if (e.problem().type() != ProblemType.UPSTREAM_UNAVAILABLE) {
        throw e;
      }
      bookmark.stays();
      run.findings()
          .letter(
              TaskReading.TASKS,
              TaskReading.UNREAD,
              "The task list was not read to its end: " + Unanswered.reasonOf(e));
    }
  }

  private boolean isCompleteDue(FeedStates.State state, Instant now) {
    Instant last = state.allLookedAt();
    return last == null
        || state.isAllWanted()
        || !now.isBefore(last.plus(settings.completeInterval()));
  }

  private Reading reading(MunicipalityCode municipality, Momentum momentum) {
    Differences differences =
        new Differences(municipality, gateway.clock().now(), gateway.targetGroups());
    if (gateway
        .municipalities()
        .byCode(municipality, differences.today())
        .filter(Municipality::participates)
        .isEmpty()) {
      throw new ProblemException(
          new Problem.Plain(
              ProblemType.UNKNOWN_MUNICIPALITY, "The municipality has no service agreement"));
    }
    return new Reading(
        settings,
        momentum,
        gateway.memory(),
        gateway.vault(),
        differences,
        new Findings(
            municipality, gateway.deadLetters().entitiesOf(EventSource.MOMENTUM, municipality)),
        new CprNumbers(momentum),
        new Codes(momentum, settings.targetGroupList(), settings.interviewTypeList()));
  }
}

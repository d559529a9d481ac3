package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;

/**
 * One run over one municipality's Momentum: reads everything first, then hands in the differences,
 * oldest first, in transactions that also write what is remembered. A run that breaks off while
 * reading has changed nothing; one that breaks off later is continued by the next.
 */
public final class MomentumFeed {
  private final FeedSettings settings;
  private final Municipalities municipalities;
  private final KnownTargetGroups targetGroups;
  private final BusinessClock clock;
  private final FeedMemory memory;
  private final CaseEventIntake intake;
  private final DeadLetters deadLetters;
  private final Transactions transactions;

  public MomentumFeed(
      FeedSettings settings,
      Municipalities municipalities,
      KnownTargetGroups targetGroups,
      BusinessClock clock,
      FeedMemory memory,
      CaseEventIntake intake,
      DeadLetters deadLetters,
      Transactions transactions) {
    this.settings = settings;
    this.municipalities = municipalities;
    this.targetGroups = targetGroups;
    this.clock = clock;
    this.memory = memory;
    this.intake = intake;
    this.deadLetters = deadLetters;
    this.transactions = transactions;
  }

  /**
   * Makes one run. Never two at once for a municipality: the memory refuses the slower one.
   *
   * @return how many new events were stored
   * @throws ProblemException {@code UPSTREAM_UNAVAILABLE} when Momentum did not tell everything,
   *     {@code UNKNOWN_MUNICIPALITY} without a service agreement
   */
  public int run(MunicipalityCode municipality, Momentum momentum) {
    Differences differences = new Differences(municipality, clock.now(), targetGroups);
    if (municipalities
        .byCode(municipality, differences.today())
        .filter(Municipality::participates)
        .isEmpty()) {
      throw new ProblemException(
          new Problem.Plain(
              ProblemType.UNKNOWN_MUNICIPALITY, "The municipality has no service agreement"));
    }
    Findings findings = new Findings(municipality);
    CprNumbers cprNumbers = new CprNumbers(momentum);
    new GroupReading(settings, memory, differences, findings, cprNumbers).read(momentum);
    Bookmark bookmark = new Bookmark(memory, municipality, differences.now());
    if (settings.taskFeed()) {
      new TaskReading(memory, differences, findings, cprNumbers, bookmark).read(momentum);
    }
    return new HandingIn(memory, intake, deadLetters, transactions).all(findings, bookmark);
  }
}

package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.caseevent.ParkedLetters.Entity;
import dk.borgermaaling.gateway.caseevent.ParkedLetters.Parked;
import dk.borgermaaling.gateway.caseevent.ParkedLetters.Selection;
import dk.borgermaaling.gateway.caseevent.RedriveRuns.Tally;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Drives dead letters again: entity by entity, each in a transaction of its own with its versions
 * in order, so that one that cannot be driven holds up no other. A run that was broken off goes on
 * with what is left.
 */
public final class RedriveWork {
  private static final int PAGE = 200;
  private final Transactions transactions;
  private final ParkedLetters parked;
  private final RedriveRuns runs;
  private final Map<String, Redriver> redrivers;
  private final BiConsumer<Entity, RuntimeException> failed;

  /**
   * @param redrivers one for each format
   * @param failed is told of an entity whose letters could not be driven
   */
  public RedriveWork(
      Transactions transactions,
      ParkedLetters parked,
      RedriveRuns runs,
      Collection<Redriver> redrivers,
      BiConsumer<Entity, RuntimeException> failed) {
    this.transactions = transactions;
    this.parked = parked;
    this.runs = runs;
    this.redrivers =
        redrivers.stream().collect(Collectors.toMap(Redriver::format, Function.identity()));
    this.failed = failed;
  }

  /** Does what is left of a run; one that has ended is left alone. */
  public void run(long number) {
    Optional<Selection> selection = transactions.inOne(() -> runs.find(number));
    if (selection.isEmpty()) {
      return;
    }
    List<Entity> page = page(selection.get(), null);
    while (!page.isEmpty()) {
      Tally tally = page.stream().map(this::drive).reduce(Tally.NONE, Tally::plus);
      transactions.runInOne(() -> runs.add(number, tally));
      page = page(selection.get(), page.get(page.size() - 1));
    }
    transactions.runInOne(() -> runs.close(number));
  }

  private List<Entity> page(Selection selection, @Nullable Entity after) {
    return transactions.inOne(() -> parked.next(selection, after, PAGE));
  }

  private Tally drive(Entity entity) {
    try {
      return transactions.inOne(
          () -> parked.lock(entity).stream().map(this::drive).reduce(Tally.NONE, Tally::plus));
    } catch (RuntimeException e) {
      failed.accept(entity, e);
      return new Tally(0, 0, 0, 0, 1);
    }
  }

  private Tally drive(Parked letter) {
    Told told = letter.told();
    if (told == null) {
      return new Tally(0, 0, 0, 1, 0);
    }
    Redriver redriver = redrivers.get(told.format());
    if (redriver == null) {
      throw new IllegalStateException("nobody understands the format " + told.format());
    }
    EventReceipt receipt = redriver.drive(letter.entity().municipality(), told);
    if (receipt instanceof EventReceipt.Rejected rejected) {
      stays(letter, redriver.reasonOf(rejected.problem()), rejected.problem());
      return new Tally(0, 0, 1, 0, 0);
    }
    parked.settle(letter);
    return receipt instanceof EventReceipt.Stored
        ? new Tally(1, 0, 0, 0, 0)
        : new Tally(0, 1, 0, 0, 0);
  }

  /** For the same reason it stays as it is: its detail may say more than the problem does. */
  private void stays(Parked letter, String reason, Problem problem) {
    if (!letter.reason().equals(reason)) {
      parked.restate(letter, letterOf(letter.entity(), reason, problem));
    }
  }

  private static DeadLetter letterOf(Entity entity, String reason, Problem problem) {
    return new DeadLetter(
        entity.source(), entity.municipality(), entity.entityId(), reason, problem.publicDetail());
  }
}

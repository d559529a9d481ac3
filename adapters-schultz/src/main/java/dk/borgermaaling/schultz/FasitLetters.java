package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.schultz.FasitReceipt.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told of events that were not stored; Fasit has its receipts. A letter is the
 * entity's where the event is to blame and says which entity it is, otherwise the tenant's, and
 * goes with the next good one. What could be read as an event is kept with it.
 */
final class FasitLetters {
  /** Of a push of which nothing was taken, and of rows that say that they are another tenant's. */
  static final String BATCH_REFUSED = "batch-refused";

  /** What is wrong with one event; anything else concerns all that the tenant sends. */
  private static final Set<ProblemType> OF_EVENT =
      EnumSet.of(ProblemType.MALFORMED, ProblemType.CONFLICT, ProblemType.UNKNOWN_TARGET_GROUP);

  private final DeadLetters deadLetters;
  private final FasitContent content;

  FasitLetters(DeadLetters deadLetters, FasitContent content) {
    this.deadLetters = deadLetters;
    this.content = content;
  }

  /** Nothing of a push was taken. */
  void refused(Tenant sender, Problem problem) {
    deadLetters.note(letter(sender, push(sender), BATCH_REFUSED, problem));
  }

  /** A push could be read again. */
  void accepted(Tenant sender) {
    settle(sender, Set.of(push(sender)));
  }

  /** Receipts are those of the rows, in their order. */
  void after(Tenant sender, List<FasitRow> rows, List<FasitReceipt> receipts) {
    Set<String> good = new HashSet<>();
    Set<String> readable = new TreeSet<>();
    List<Refused> refused = new ArrayList<>();
    for (int i = rows.size() - 1; i >= 0; i--) {
      String entity = rows.get(i).entityId();
      Problem problem = receipts.get(i).problem();
      if (receipts.get(i).result() != Result.REJECTED) {
        good.add(Objects.requireNonNull(entity));
      } else if (problem != null) {
        Refused one = Refused.of(sender, rows.get(i), problem);
        // What comes after it in the same batch has put it right, unless it waits for a table.
        if (one.waits() || !good.contains(one.entity())) {
          refused.add(0, one);
        }
        if (one.waits()) {
          readable.add(one.entity());
        }
      }
    }
    readable.addAll(good);
    if (refused.stream().noneMatch(one -> one.entity().equals(events(sender)))) {
      readable.add(events(sender));
    }
    settle(sender, readable);
    // In one order, so that two batches never wait for each other's letters.
    refused.stream()
        .sorted(Comparator.comparing(Refused::entity))
        .forEach(one -> tell(sender, one));
  }

  private void tell(Tenant sender, Refused one) {
    DeadLetter letter = letter(sender, one.entity(), one.reason(), one.problem());
    FasitEvent event = one.kept();
    OptionalInt version = event == null ? OptionalInt.empty() : version(event);
    if (event == null || version.isEmpty()) {
      deadLetters.note(letter);
    } else {
      deadLetters.park(
          letter,
          version.getAsInt(),
          new DeadLetters.Told(
              FasitContent.FORMAT, content.write(new FasitBatch(sender.name(), List.of(event)))));
    }
  }

  private static OptionalInt version(FasitEvent event) {
    try {
      return OptionalInt.of(FasitMapping.version(event));
    } catch (ProblemException e) {
      return OptionalInt.empty();
    }
  }

  private void settle(Tenant sender, Set<String> entities) {
    deadLetters.settle(EventSource.FASIT, sender.municipality(), entities);
  }

  private static DeadLetter letter(Tenant sender, String entity, String reason, Problem problem) {
    return new DeadLetter(
        EventSource.FASIT, sender.municipality(), entity, reason, problem.publicDetail());
  }

  /** The letter of a push that was refused whole. */
  private static String push(Tenant sender) {
    return "push/" + sender.name();
  }

  /** The letter of events that name no entity, or that no event of the tenant would be spared. */
  private static String events(Tenant sender) {
    return "events/" + sender.name();
  }

  /**
   * One refusal.
   *
   * @param kept null when nothing could be made of it, or nothing of it is to be tried again
   */
  private record Refused(String entity, Problem problem, @Nullable FasitEvent kept) {
    static Refused of(Tenant sender, FasitRow row, Problem problem) {
      String entity = row.entityId();
      return entity == null || !OF_EVENT.contains(problem.type())
          ? new Refused(events(sender), problem, null)
          : new Refused(entity, problem, row.event());
    }

    String reason() {
      return problem.type() == ProblemType.NOT_ALLOWED ? BATCH_REFUSED : problem.type().slug();
    }

    boolean waits() {
      return problem.type() == ProblemType.UNKNOWN_TARGET_GROUP;
    }
  }
}

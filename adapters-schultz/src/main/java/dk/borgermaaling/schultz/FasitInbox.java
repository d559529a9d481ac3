package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes one tenant's batch: all events, their receipts and what is to be told to a person are
 * committed in one transaction, before Fasit has its answer.
 */
public final class FasitInbox {
  private final Tenants tenants;
  private final FasitTargetGroups targetGroups;
  private final CaseEventIntake intake;
  private final DeadLetters deadLetters;
  private final FasitContent content;
  private final Transactions transactions;

  public FasitInbox(
      Tenants tenants,
      FasitTargetGroups targetGroups,
      CaseEventIntake intake,
      DeadLetters deadLetters,
      FasitContent content,
      Transactions transactions) {
    this.tenants = tenants;
    this.targetGroups = targetGroups;
    this.intake = intake;
    this.deadLetters = deadLetters;
    this.content = content;
    this.transactions = transactions;
  }

  /**
   * Receipts in the order of the events.
   *
   * @param sender whose certificate came with the request
   * @throws ProblemException {@code NOT_ALLOWED} when the batch is another tenant's
   */
  public List<EventReceipt> take(Tenant sender, FasitBatch batch) {
    if (!batch.tenant().equals(sender.name())) {
      throw Tenants.notAllowed();
    }
    return take(sender, batch.events());
  }

  /**
   * Receipts in the order of the events, which are the sender's without a doubt; joins an open
   * transaction.
   */
  public List<EventReceipt> take(Tenant sender, List<FasitEvent> events) {
    return transactions.inOne(() -> register(sender, events));
  }

  /** Who this certificate belongs to. */
  public Tenant sender(String thumbprint) {
    return tenants.byThumbprint(thumbprint);
  }

  private List<EventReceipt> register(Tenant sender, List<FasitEvent> events) {
    FasitMapping mapping = new FasitMapping(sender.municipality(), targetGroups.of(sender.name()));
    List<@Nullable EventReceipt> receipts = new ArrayList<>();
    List<CaseEvent> translated = new ArrayList<>();
    for (FasitEvent event : events) {
      try {
        translated.add(mapping.toCaseEvent(event));
        receipts.add(null);
      } catch (ProblemException e) {
        receipts.add(new EventReceipt.Rejected(event.eventId(), e.problem()));
      }
    }
    List<EventReceipt> stored = translated.isEmpty() ? List.of() : intake.register(translated);
    var next = stored.iterator();
    receipts.replaceAll(receipt -> receipt == null ? next.next() : receipt);
    List<EventReceipt> all = receipts.stream().map(Objects::requireNonNull).toList();
    setAside(sender, events, all);
    return all;
  }

  /**
   * Fasit is told of every refusal; a person only of those that a person here can mend, and what
   * was told is kept until then.
   */
  private void setAside(Tenant sender, List<FasitEvent> events, List<EventReceipt> receipts) {
    Set<String> settled = new TreeSet<>();
    List<FasitEvent> waiting = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (!(receipts.get(i) instanceof EventReceipt.Rejected rejected)) {
        settled.add(events.get(i).entityId());
      } else if (rejected.problem().type() == ProblemType.UNKNOWN_TARGET_GROUP) {
        waiting.add(events.get(i));
        problems.add(rejected.problem());
      }
    }
    deadLetters.settle(EventSource.FASIT, sender.municipality(), settled);
    for (int i = 0; i < waiting.size(); i++) {
      park(sender, waiting.get(i), problems.get(i));
    }
  }

  private void park(Tenant sender, FasitEvent event, Problem problem) {
    deadLetters.park(
        new DeadLetter(
            EventSource.FASIT,
            sender.municipality(),
            event.entityId(),
            problem.type().slug(),
            problem.publicDetail()),
        FasitMapping.version(event),
        new DeadLetters.Told(
            FasitContent.FORMAT, content.write(new FasitBatch(sender.name(), List.of(event)))));
  }
}

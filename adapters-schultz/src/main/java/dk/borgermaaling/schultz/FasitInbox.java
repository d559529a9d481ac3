package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
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
  private final Transactions transactions;

  public FasitInbox(
      Tenants tenants,
      FasitTargetGroups targetGroups,
      CaseEventIntake intake,
      DeadLetters deadLetters,
      Transactions transactions) {
    this.tenants = tenants;
    this.targetGroups = targetGroups;
    this.intake = intake;
    this.deadLetters = deadLetters;
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
    return transactions.inOne(() -> register(sender, batch.events()));
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
    setAside(sender.municipality(), events, all);
    return all;
  }

  /** Fasit is told of every refusal; a person only of those that a person here can mend. */
  private void setAside(
      MunicipalityCode municipality, List<FasitEvent> events, List<EventReceipt> receipts) {
    Set<String> settled = new TreeSet<>();
    List<DeadLetter> letters = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      String entity = events.get(i).entityId();
      if (!(receipts.get(i) instanceof EventReceipt.Rejected rejected)) {
        settled.add(entity);
        continue;
      }
      Problem problem = rejected.problem();
      if (problem.type() == ProblemType.UNKNOWN_TARGET_GROUP) {
        letters.add(
            new DeadLetter(
                EventSource.FASIT,
                municipality,
                entity,
                problem.type().slug(),
                problem.publicDetail()));
      }
    }
    deadLetters.settle(EventSource.FASIT, municipality, settled);
    letters.forEach(deadLetters::note);
  }
}

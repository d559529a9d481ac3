package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes one tenant's events: all of them, their receipts and what is to be told to a person are
 * committed in one transaction, before Fasit has its answer.
 */
public final class FasitInbox {
  private final Tenants tenants;
  private final FasitTargetGroups targetGroups;
  private final CaseEventIntake intake;
  private final ToldGroups told;
  private final FasitLetters letters;
  private final Transactions transactions;

  public FasitInbox(
      Tenants tenants,
      FasitTargetGroups targetGroups,
      CaseEventIntake intake,
      ToldGroups told,
      DeadLetters deadLetters,
      FasitContent content,
      Transactions transactions) {
    this.tenants = tenants;
    this.targetGroups = targetGroups;
    this.intake = intake;
    this.told = told;
    this.letters = new FasitLetters(deadLetters, content);
    this.transactions = transactions;
  }

  /** Who this certificate belongs to. */
  public Tenant sender(String thumbprint) {
    return tenants.byThumbprint(thumbprint);
  }

  /**
   * Takes a push; one that is refused whole is refused, and a person is told.
   *
   * @param sender whose certificate came with the request
   * @param body reads the request
   * @return a receipt for each event, in their order
   * @throws ProblemException when nothing of it is taken: what {@code body} throws, {@code
   *     NOT_ALLOWED} when it is another tenant's, {@code MALFORMED} when it has no events
   */
  public List<FasitReceipt> receive(Tenant sender, Supplier<FasitPush> body) {
    FasitPush push;
    try {
      push = body.get();
      if (!push.tenant().equals(sender.name())) {
        throw Tenants.notAllowed();
      }
    } catch (ProblemException e) {
      transactions.runInOne(() -> letters.refused(sender, e.problem()));
      throw e;
    }
    if (push.rows().isEmpty()) {
      // Nothing was told, so that nobody need look for it.
      throw Told.malformed("events", "1 to " + FasitPush.MOST + " events");
    }
    return transactions.inOne(
        () -> {
          letters.accepted(sender);
          return register(sender, push.rows());
        });
  }

  /**
   * Receipts in the order of the rows, which are the sender's without a doubt; joins an open
   * transaction.
   */
  public List<FasitReceipt> take(Tenant sender, List<FasitRow> rows) {
    return transactions.inOne(() -> register(sender, rows));
  }

  private List<FasitReceipt> register(Tenant sender, List<FasitRow> rows) {
    FasitMapping mapping = new FasitMapping(sender.municipality(), targetGroups.of(sender.name()));
    List<@Nullable FasitReceipt> receipts = new ArrayList<>();
    List<FasitEvent> translated = new ArrayList<>();
    List<CaseEvent> events = new ArrayList<>();
    for (FasitRow row : rows) {
      FasitEvent event = row.event();
      try {
        if (event == null) {
          receipts.add(FasitReceipt.rejected(row.eventId(), problemOf(row)));
        } else {
          events.add(mapping.toCaseEvent(event));
          translated.add(event);
          receipts.add(null);
        }
      } catch (ProblemException e) {
        receipts.add(FasitReceipt.rejected(row.eventId(), e.problem()));
      }
    }
    List<EventReceipt> answers = events.isEmpty() ? List.of() : intake.register(events);
    keepGroups(sender, translated, events, answers);
    Iterator<EventReceipt> next = answers.iterator();
    receipts.replaceAll(receipt -> receipt == null ? FasitReceipt.of(next.next()) : receipt);
    List<FasitReceipt> all = receipts.stream().map(Objects::requireNonNull).toList();
    letters.after(sender, rows, all);
    return all;
  }

  private static Problem problemOf(FasitRow row) {
    return Objects.requireNonNull(row.problem(), "a row is an event or has a problem");
  }

  private void keepGroups(
      Tenant sender,
      List<FasitEvent> translated,
      List<CaseEvent> events,
      List<EventReceipt> answers) {
    List<ToldGroup> groups = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i) instanceof EventReceipt.Stored) {
        ToldGroup.of(translated.get(i), events.get(i)).ifPresent(groups::add);
      }
    }
    told.keep(sender, groups);
  }
}

package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The events of one call by a caller that speaks for one municipality, over SOAP or REST. A batch
 * with one event of another municipality is refused whole; an event that is wrong by itself is
 * rejected by itself.
 */
public final class ToldEvents {
  /** The service role that a caller must have in the scope of the municipality's CVR. */
  public static final String ROLE =
      "http://borgermaaling.dk/roles/servicesystemrole/register-case-events/1";

  /** Largest number of events in a call. */
  public static final int MOST = 500;

  private final CaseEventIntake intake;

  public ToldEvents(CaseEventIntake intake) {
    this.intake = intake;
  }

  /**
   * Refuses a call that tells of another municipality than its caller's.
   *
   * @param caller the municipality that the caller speaks for
   * @param told that of each event, whether or not the rest of it can be read
   */
  public static void requireOnly(MunicipalityCode caller, List<MunicipalityCode> told) {
    if (!told.stream().allMatch(caller::equals)) {
      throw new ProblemException(
          new Problem.Plain(
              ProblemType.NOT_ALLOWED,
              "The batch holds an event of another municipality than the token's"));
    }
  }

  /** Takes in the events; the receipts come in their order. Joins an open transaction. */
  public List<EventReceipt> takeIn(List<ToldEvent> told) {
    List<CaseEvent> read = new ArrayList<>();
    for (ToldEvent one : told) {
      if (one instanceof ToldEvent.Read readable) {
        read.add(readable.event());
      }
    }
    Iterator<EventReceipt> registered =
        (read.isEmpty() ? List.<EventReceipt>of() : intake.register(read)).iterator();
    List<EventReceipt> receipts = new ArrayList<>();
    for (ToldEvent one : told) {
      receipts.add(
          one instanceof ToldEvent.Unreadable unreadable
              ? new EventReceipt.Rejected(unreadable.eventId(), unreadable.problem())
              : registered.next());
    }
    return receipts;
  }
}

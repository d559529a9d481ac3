package dk.borgermaaling.gateway.caseevent.soap;

import dk.borgermaaling.contract.caseevent.Empty;
import dk.borgermaaling.contract.caseevent.Receipt;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.kernel.Problem;

/** The feature's receipts in the contract's words. */
final class Receipts {
  private Receipts() {}

  static Receipt of(EventReceipt receipt) {
    Receipt made = new Receipt();
    made.setEventId(receipt.eventId().toString());
    if (receipt instanceof EventReceipt.Rejected rejected) {
      made.setRejected(told(rejected.problem()));
    } else if (receipt instanceof EventReceipt.Stored) {
      made.setStored(new Empty());
    } else {
      made.setDuplicate(new Empty());
    }
    return made;
  }

  private static dk.borgermaaling.contract.caseevent.Problem told(Problem problem) {
    Incident incident = Incident.log(problem, null);
    var told = new dk.borgermaaling.contract.caseevent.Problem();
    told.setType(problem.type().uri());
    told.setTitle(problem.type().title());
    told.setDetail(problem.publicDetail());
    told.setInstance(incident.instance());
    return told;
  }
}

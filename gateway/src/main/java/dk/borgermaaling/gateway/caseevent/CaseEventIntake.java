package dk.borgermaaling.gateway.caseevent;

import java.util.List;

/** Where every way in hands over its events. */
public interface CaseEventIntake {
  /**
   * Stores each event once and enqueues its processing, in one transaction; joins an open one. The
   * receipts come in the order of the events. An event with an unknown target group, a municipality
   * without agreement or a contradiction to a stored one is rejected by itself and does not stop
   * the others.
   */
  List<EventReceipt> register(List<CaseEvent> events);
}

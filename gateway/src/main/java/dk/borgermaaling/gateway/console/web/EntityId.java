package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.kernel.CprNumbers;

/**
 * A case system's own id as a page may show it: should a system have taken a CPR number for one, it
 * is hidden.
 */
final class EntityId {
  private EntityId() {}

  static String shown(String stored) {
    return CprNumbers.hiddenIn(stored, "(skjult)");
  }
}

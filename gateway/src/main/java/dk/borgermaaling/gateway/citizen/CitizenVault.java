package dk.borgermaaling.gateway.citizen;

import dk.borgermaaling.gateway.kernel.Recipient;

/**
 * Keeps who is who. Recipients are encrypted at rest; the same recipient always has the same id.
 */
public interface CitizenVault {
  /**
   * The id of this recipient; makes one the first time. Safe when two nodes meet the same recipient
   * at once.
   */
  CitizenId idOf(Recipient recipient);

  /** Who this is. Only the code that sends a message has a reason to ask. */
  Recipient recipientOf(CitizenId id);
}

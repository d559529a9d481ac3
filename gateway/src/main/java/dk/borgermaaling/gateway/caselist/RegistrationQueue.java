package dk.borgermaaling.gateway.caselist;

import java.util.UUID;

/** Has a confirmed list registered, in a transaction that is open. */
public interface RegistrationQueue {
  void enqueue(UUID list);
}

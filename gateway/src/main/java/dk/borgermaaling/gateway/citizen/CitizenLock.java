package dk.borgermaaling.gateway.citizen;

/** One at a time for each citizen, over all nodes. */
public interface CitizenLock {
  /** Waits for the citizen's lock and holds it until the open transaction ends. */
  void hold(CitizenId citizen);
}

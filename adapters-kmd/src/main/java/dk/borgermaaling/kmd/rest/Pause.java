package dk.borgermaaling.kmd.rest;

import java.time.Duration;

/** Waits; a test does not. */
@FunctionalInterface
public interface Pause {
  void of(Duration length) throws InterruptedException;
}

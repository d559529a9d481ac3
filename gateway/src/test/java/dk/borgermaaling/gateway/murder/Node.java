package dk.borgermaaling.gateway.murder;

import java.time.Duration;

/** A process that sends, whatever it is made of. All of it may be called at any time. */
public interface Node extends AutoCloseable {
  String name();

  /** Starts it unless it lives; returns before it is ready. */
  void start();

  /** SIGKILL; it is dead when this returns, and stays so until it is started. */
  void kill();

  /** SIGSTOP: it does nothing and does not know it. */
  void stop();

  /** SIGCONT. */
  void cont();

  /** Whether it has come up since its last start. */
  boolean isUp();

  /** Starts it again when it has ended by itself. */
  void tend();

  /** Sets its clock this much off; a node whose clock cannot be set ignores it. */
  default void setClockOff(Duration offset) {}

  @Override
  void close();
}

package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.List;

/** Which queues are to be pulled, and when one of all nodes last did. Times are real. */
public interface Dueslags {
  List<Dueslag> all();

  /** A node is connected to the municipality's queue. */
  void connected(MunicipalityCode municipality, Instant at);

  /**
   * A node could not connect, or lost its connection.
   *
   * @param why safe to show
   */
  void failed(MunicipalityCode municipality, Instant at, String why);
}

package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Map;

/**
 * What a polled case system looked like the last time, so that the next look gives the differences.
 * Written in the transaction that registers the events of the difference, so that neither is ever
 * without the other.
 */
public interface FeedMemory {
  /** Entity id to its remembered state (an adapter's own short text, never a CPR number). */
  Map<String, Entry> recall(EventSource source, MunicipalityCode municipality);

  /** Remembers entities, replacing what was known of each. */
  void remember(EventSource source, MunicipalityCode municipality, Map<String, Entry> entries);

  /**
   * {@code version} counts the changes seen, from 1: it is the version of the events made from
   * them.
   */
  record Entry(int version, String state) {}
}

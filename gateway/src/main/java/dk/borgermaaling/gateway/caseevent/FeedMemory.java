package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Collection;
import java.util.Map;

/**
 * What a polled case system looked like the last time, so that the next look gives the differences.
 * Written in the transaction that registers the events of the difference, so that neither is ever
 * without the other.
 */
public interface FeedMemory {
  /** Everything remembered whose key starts with {@code prefix}, by key. */
  Map<String, Entry> recall(EventSource source, MunicipalityCode municipality, String prefix);

  /** What is remembered of these keys; a key that was never seen is absent. */
  Map<String, Entry> recall(
      EventSource source, MunicipalityCode municipality, Collection<String> keys);

  /**
   * Remembers entries, replacing what was known of each. Each version must be the remembered one
   * plus 1, or 1 for a new key: otherwise another poll was faster, a {@code CONFLICT} problem is
   * thrown and the transaction must not be committed.
   */
  void remember(EventSource source, MunicipalityCode municipality, Map<String, Entry> entries);

  /**
   * {@code version} counts the changes seen, from 1: it is the version of the events made from
   * them. {@code state} is an adapter's own short text, never a CPR number.
   */
  record Entry(int version, String state) {}
}

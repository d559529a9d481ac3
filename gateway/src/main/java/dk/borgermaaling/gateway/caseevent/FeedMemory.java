package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a polled case system looked like the last time, so that the next look gives the differences.
 * Written in the transaction that registers the events of the difference, so that neither is ever
 * without the other.
 */
public interface FeedMemory {
  /** Everything remembered whose key starts with {@code prefix}, by key. */
  Map<String, Entry> recall(EventSource source, MunicipalityCode municipality, String prefix);

  /**
   * The next of what is remembered whose key starts with {@code prefix}, in the order of the keys,
   * so that a municipality of any size is read in pages.
   *
   * @param after the last key of the page before; empty for the first page
   * @param limit entries of one page; fewer mean that there are no more
   */
  Page page(
      EventSource source, MunicipalityCode municipality, String prefix, String after, int limit);

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
   * A page of what is remembered.
   *
   * @param keys in the memory's own order, which need not be that of the letters
   */
  record Page(List<String> keys, List<Entry> entries) {
    public Page {
      keys = List.copyOf(keys);
      entries = List.copyOf(entries);
    }

    public int size() {
      return keys.size();
    }
  }

  /**
   * {@code version} counts the changes seen, from 1: it is the version of the events made from
   * them. {@code state} is an adapter's own short text, never a CPR number.
   */
  record Entry(int version, String state) {}
}

package dk.borgermaaling.kmd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * Gives citizen ids numbers from 0, in the order in which they come. 100,000 ids of 36 characters
 * take 5 MB: they lie end to end in one array, and a table of their numbers finds them (open
 * addressing).
 */
final class CitizenNumbers {
  private static final int NONE = -1;
  private byte[] text = new byte[1024];
  private int[] ends = new int[64];
  private int[] table = empty(256);
  private int size;

  /** The number of this id; a new one when it has none. Letters, digits, _ and - alone. */
  int add(String id) {
    byte[] bytes = id.getBytes(ISO_8859_1);
    int slot = slot(bytes);
    if (table[slot] != NONE) {
      return table[slot];
    }
    int start = size == 0 ? 0 : ends[size - 1];
    if (start + bytes.length > text.length) {
      text = Arrays.copyOf(text, Math.max(start + bytes.length, text.length + text.length / 2));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size + size / 2);
    }
    System.arraycopy(bytes, 0, text, start, bytes.length);
    ends[size] = start + bytes.length;
    table[slot] = size;
    if (++size * 2 > table.length) {
      rehash();
    }
    return size - 1;
  }

  /** The number of this id, or -1. */
  int find(String id) {
    return table[slot(id.getBytes(ISO_8859_1))];
  }

  String id(int number) {
    int start = number == 0 ? 0 : ends[number - 1];
    return new String(text, start, ends[number] - start, ISO_8859_1);
  }

  int size() {
    return size;
  }

  private int slot(byte[] id) {
    int slot = spread(Arrays.hashCode(id)) & (table.length - 1);
    while (table[slot] != NONE && !is(table[slot], id)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private boolean is(int number, byte[] id) {
    int start = number == 0 ? 0 : ends[number - 1];
    return Arrays.equals(text, start, ends[number], id, 0, id.length);
  }

  private void rehash() {
    table = empty(table.length * 2);
    for (int number = 0; number < size; number++) {
      int start = number == 0 ? 0 : ends[number - 1];
      table[slot(Arrays.copyOfRange(text, start, ends[number]))] = number;
    }
  }

  /** Ids that differ in their last characters alone must not lie side by side. */
  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 16);
  }

  private static int[] empty(int length) {
    int[] made = new int[length];
    Arrays.fill(made, NONE);
    return made;
  }
}

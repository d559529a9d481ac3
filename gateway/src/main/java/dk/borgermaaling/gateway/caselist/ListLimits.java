package dk.borgermaaling.gateway.caselist;

/**
 * How much a list may hold, and how many may wait.
 *
 * @param bytes of the file as it is uploaded
 * @param unpackedBytes of all parts of a workbook that are read
 * @param rows below the headings
 * @param columns up to the last that has anything in it
 * @param waiting lists of one municipality that are not registered, discarded or given up yet
 */
public record ListLimits(int bytes, long unpackedBytes, int rows, int columns, int waiting) {
  /** What a page takes in, and the server below it; see {@code docs/configuration.md}. */
  public static final int MOST_BYTES = 15 * 1024 * 1024;

  /** As Excel has it; a longer one is no cell of a list. */
  public static final int LONGEST_CELL = 32_767;

  private static final int MOST_ROWS = 1_048_575;
  private static final int MOST_COLUMNS = 16_384;

  public ListLimits {
    if (bytes < 1 || bytes > MOST_BYTES) {
      throw new IllegalArgumentException("gateway.list.max-file-bytes from 1 to " + MOST_BYTES);
    }
    if (unpackedBytes < bytes) {
      throw new IllegalArgumentException(
          "gateway.list.max-unpacked-bytes not below gateway.list.max-file-bytes");
    }
    if (rows < 1 || rows > MOST_ROWS || columns < 1 || columns > MOST_COLUMNS) {
      throw new IllegalArgumentException(
          "gateway.list.max-rows from 1 to "
              + MOST_ROWS
              + ", gateway.list.max-columns from 1 to "
              + MOST_COLUMNS);
    }
    if (waiting < 1) {
      throw new IllegalArgumentException("gateway.list.max-waiting from 1");
    }
  }
}

package dk.borgermaaling.gateway.letter.export;

/**
 * Where things stand on the sheet, in millimetres from the left and upper edge of A4.
 *
 * <p>No Danish norm for the window is published, and the print supplier (each municipality has its
 * own) has the last word: ask it for its template before the first letter. Assumed is what the
 * common left-hand windows for a sheet folded to C5, or laid in C4 unfolded, have in common: Nordic
 * C5 (15 from the left, 44 from the top, 105 by 35), Nordic EC4 (15, 42, 100 by 40) and DIN 680
 * (20, 45, 90 by 45). All of them show the rectangle {@link #WINDOW_LEFT} to {@link
 * #WINDOW_HEIGHT}. The sheet can slide some millimetres in its envelope, so that the address keeps
 * 2 mm to its edge and nothing else stands within 8 mm of any of the windows: only name and address
 * are ever seen from outside.
 */
final class LetterLayout {
  static final double WINDOW_LEFT = 20;
  static final double WINDOW_TOP = 45;
  static final double WINDOW_WIDTH = 85;
  static final double WINDOW_HEIGHT = 34;

  /** Nothing but the address stands here: the windows above together, and 5 to 8 mm around. */
  static final double CLEAR_LEFT = 7;

  static final double CLEAR_TOP = 34;
  static final double CLEAR_RIGHT = 128;
  static final double CLEAR_BOTTOM = 98;

  /**
   * A sheet in C5 is folded in the middle. The box with the code begins below, so that no fold runs
   * through it.
   */
  static final double FOLD = 150;

  /** Margins of the page. */
  static final double LEFT = 20;

  static final double TOP = 15;

  /** With its quiet zone. Read from 30 cm by any phone; the code has about 45 modules a side. */
  static final double QR = 38;

  private LetterLayout() {}
}

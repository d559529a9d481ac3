package dk.borgermaaling.gateway.message.web;

import java.util.ArrayList;
import java.util.List;

/** Which lines of a text go and which come: the longest common sequence stays. */
public final class LineDiff {
  /** Two texts with more lines than this are shown one after the other. */
  private static final int MOST_LINES = 600;

  private LineDiff() {}

  /**
   * A line.
   *
   * @param sign {@code −} goes, {@code +} comes, empty stays
   * @param word the same in a word
   */
  public record Line(String sign, String word, String text) {}

  static List<Line> of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    if (old.size() <= MOST_LINES && now.size() <= MOST_LINES) {
      int[][] common = common(old, now);
      while (i < old.size() && j < now.size()) {
        if (old.get(i).equals(now.get(j))) {
          lines.add(new Line("", "Uændret", old.get(i)));
          i++;
          j++;
        } else if (common[i + 1][j] >= common[i][j + 1]) {
          lines.add(gone(old.get(i++)));
        } else {
          lines.add(come(now.get(j++)));
        }
      }
    }
    old.subList(i, old.size()).forEach(text -> lines.add(gone(text)));
    now.subList(j, now.size()).forEach(text -> lines.add(come(text)));
    return List.copyOf(lines);
  }

  private static Line gone(String text) {
    return new Line("−", "Udgår", text);
  }

  private static Line come(String text) {
    return new Line("+", "Nyt", text);
  }

  /** At [i][j] how many lines the rests from i and j have in common. */
  private static int[][] common(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}

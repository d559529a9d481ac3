package dk.borgermaaling.benchmarks;

import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Prints measurements as a Markdown table, a row at a time. */
final class Table {
  private final PrintStream out;
  private final String unit;
  private final int inMessage;

  /**
   * @param unit what is counted, in the singular
   * @param inMessage how many of them a message has
   */
  Table(PrintStream out, String unit, int inMessage) {
    this.out = out;
    this.unit = unit;
    this.inMessage = inMessage;
  }

  void head() {
    List<String> names =
        List.of(
            "round",
            "",
            "messages",
            unit + "s/s",
            "p50 ms",
            "p99 ms",
            "CPU ms/" + unit,
            "database CPU ms/" + unit);
    out.println();
    line(names);
    out.println("|---|---" + String.join("", Collections.nCopies(names.size() - 2, "|--:")) + "|");
  }

  void row(String round, String who, Measurement m) {
    line(
        List.of(
            round,
            who,
            Integer.toString(m.messages()),
            number(m.perSecond() * inMessage),
            number(m.millis(0.5)),
            number(m.millis(0.99)),
            number(m.cpuMillis() / inMessage),
            number(m.databaseMillis() / inMessage)));
  }

  void ratio(String who, Measurement a, Measurement b) {
    line(
        List.of(
            "",
            who,
            "",
            number(a.perSecond() / b.perSecond()),
            number(a.millis(0.5) / b.millis(0.5)),
            number(a.millis(0.99) / b.millis(0.99)),
            number(a.cpuMillis() / b.cpuMillis()),
            ""));
  }

  private void line(List<String> cells) {
    out.println("| " + String.join(" | ", cells) + " |");
  }

  static String number(double number) {
    return String.format(Locale.ROOT, number < 100 ? "%.2f" : "%.0f", number);
  }
}

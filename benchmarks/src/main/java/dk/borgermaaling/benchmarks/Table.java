package dk.borgermaaling.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints the rounds as they come, and all of them together. */
final class Table {
  private final PrintStream out;
  private final List<Measurement> gateway = new ArrayList<>();
  private final List<Measurement> echo = new ArrayList<>();

  Table(PrintStream out) {
    this.out = out;
  }

  void head() {
    line("", "", "", "", "", "p50", "p99", "CPU ms /", "database");
    line("round", "", "messages", "seconds", "messages/s", "ms", "ms", "message", "CPU ms / m.");
  }

  void round(Measurement byGateway, Measurement byEcho) {
    gateway.add(byGateway);
    echo.add(byEcho);
    rows(Integer.toString(gateway.size()), byGateway, byEcho);
  }

  void all() {
    rows("all", Measurement.all(gateway), Measurement.all(echo));
  }

  private void rows(String name, Measurement a, Measurement b) {
    row(name, "gateway", a);
    row(name, "echo", b);
    line(
        name,
        "gateway/echo",
        "",
        "",
        two(a.perSecond() / b.perSecond()),
        two(a.millis(0.5) / b.millis(0.5)),
        two(a.millis(0.99) / b.millis(0.99)),
        two(a.cpuMillis() / b.cpuMillis()),
        "");
  }

  private void row(String name, String who, Measurement m) {
    line(
        name,
        who,
        Integer.toString(m.messages()),
        one(m.seconds()),
        one(m.perSecond()),
        one(m.millis(0.5)),
        one(m.millis(0.99)),
        two(m.cpuMillis()),
        two(m.databaseMillis()));
  }

  private void line(Object... cells) {
    out.printf("%-6s %-12s %9s %8s %11s %8s %8s %9s %12s%n", cells);
  }

  private static String one(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private static String two(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}

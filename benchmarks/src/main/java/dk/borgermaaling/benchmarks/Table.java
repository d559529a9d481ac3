package dk.borgermaaling.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints the rounds as they come, and all of them together. */
final class Table {
  private static final String HEAD = "%-6s %-12s %9s %8s %11s %8s %8s %9s %12s%n";
  private static final String ROW = "%-6s %-12s %,9d %8.1f %11.1f %8.1f %8.1f %9.2f %12.2f%n";
  private static final String RATIO = "%-6s %-12s %9s %8s %11.2f %8.2f %8.2f %9.2f%n";

  private final PrintStream out;
  private final List<Measurement> gateway = new ArrayList<>();
  private final List<Measurement> echo = new ArrayList<>();

  Table(PrintStream out) {
    this.out = out;
  }

  void head() {
    out.printf(Locale.ROOT, HEAD, "", "", "", "", "", "p50", "p99", "CPU ms /", "database");
    out.printf(
        Locale.ROOT,
        HEAD,
        "round",
        "",
        "messages",
        "seconds",
        "messages/s",
        "ms",
        "ms",
        "message",
        "CPU ms / m.");
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
    out.printf(
        Locale.ROOT,
        RATIO,
        name,
        "gateway/echo",
        "",
        "",
        a.perSecond() / b.perSecond(),
        a.millis(0.5) / b.millis(0.5),
        a.millis(0.99) / b.millis(0.99),
        a.cpuMillis() / b.cpuMillis());
  }

  private void row(String name, String who, Measurement m) {
    out.printf(
        Locale.ROOT,
        ROW,
        name,
        who,
        m.messages(),
        m.seconds(),
        m.perSecond(),
        m.millis(0.5),
        m.millis(0.99),
        m.cpuMillis(),
        m.databaseMillis());
  }
}

package dk.borgermaaling.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/** Contenders that are measured in turns, never at the same time, and change who begins. */
final class Contest {
  private final Duration turn;
  private final Duration patience;
  private final Table table;
  private final PrintStream out;
  private final Map<Contender, List<Measurement>> measured = new LinkedHashMap<>();
  private final Map<Contender, Double> rates = new LinkedHashMap<>();

  /**
   * @param turn real time that one is measured in a round
   * @param patience real time after its last answer in which work counts for who is measured
   */
  Contest(
      List<Contender> contenders, Duration turn, Duration patience, Table table, PrintStream out) {
    this.turn = turn;
    this.patience = patience;
    this.table = table;
    this.out = out;
    contenders.forEach(contender -> measured.put(contender, new ArrayList<>()));
  }

  /**
   * All at the same time: nothing is measured yet, but how fast they are, roughly.
   *
   * @param warm with fewer messages than this they are cold still, which is said
   */
  void warmUp(Function<Contender, List<Call>> calls, int warm, Duration most)
      throws InterruptedException, ExecutionException {
    Map<Contender, FutureTask<Load.Sent>> running = new LinkedHashMap<>();
    for (Contender contender : measured.keySet()) {
      List<Call> its = calls.apply(contender);
      FutureTask<Load.Sent> warming = new FutureTask<>(() -> contender.load().once(its, most));
      running.put(contender, warming);
    }
    running.values().forEach(task -> new Thread(task).start());
    for (Map.Entry<Contender, FutureTask<Load.Sent>> one : running.entrySet()) {
      Load.Sent sent = one.getValue().get();
      String name = one.getKey().name();
      out.printf(
          "warmed up: %s with %,d messages in %.1f s%s%n",
          name,
          sent.nanos().length,
          sent.elapsed().toNanos() / 1e9,
          sent.nanos().length < warm ? ", fewer than " + warm + ": it is cold still" : "");
      rates.put(one.getKey(), 2 * sent.perSecond());
    }
    for (Contender contender : measured.keySet()) {
      contender.awaitRest(patience, out::println);
    }
  }

  /**
   * @param prepare makes the calls of a round, before it and before each turn, unmeasured
   * @param deadline a round that would go beyond is left out
   */
  void rounds(int rounds, Deadline deadline, Supplier<Function<Contender, List<Call>>> prepare)
      throws InterruptedException {
    table.head();
    List<String> notes = new ArrayList<>();
    List<Contender> order = new ArrayList<>(measured.keySet());
    Duration longest = Duration.ZERO;
    for (int round = 1; round <= rounds; round++) {
      Duration before = deadline.left();
      if (before.compareTo(longest) < 0) {
        break;
      }
      Function<Contender, List<Call>> calls = prepare.get();
      Map<Contender, Measurement> each = new LinkedHashMap<>();
      for (Contender contender : order) {
        each.put(contender, contender.measure(calls.apply(contender), turn, patience, notes::add));
      }
      for (Map.Entry<Contender, List<Measurement>> one : measured.entrySet()) {
        Measurement its = Objects.requireNonNull(each.get(one.getKey()));
        table.row(Integer.toString(round), one.getKey().name(), its);
        one.getValue().add(its);
        rates.merge(one.getKey(), its.perSecond(), Math::max);
      }
      order.add(order.remove(0));
      longest = before.minus(deadline.left());
    }
    measured.forEach((one, its) -> table.row("all", one.name(), Measurement.all(its)));
    List<Map.Entry<Contender, List<Measurement>>> all = List.copyOf(measured.entrySet());
    for (int i = 1; i < all.size(); i++) {
      ratio(all.get(i - 1), all.get(i));
    }
    notes.stream().distinct().forEach(note -> out.printf("%n%s%n", note));
  }

  private void ratio(
      Map.Entry<Contender, List<Measurement>> one, Map.Entry<Contender, List<Measurement>> other) {
    table.ratio(
        one.getKey().name() + " / " + other.getKey().name(),
        Measurement.all(one.getValue()),
        Measurement.all(other.getValue()));
  }

  /** So many calls that a turn does not run out of them unless it has become much faster. */
  int enough(Contender contender, int most) {
    double rate = rates.getOrDefault(contender, 50.0);
    return Math.max(1, Math.min(most, (int) (rate * turn.toSeconds() * 1.6)));
  }
}

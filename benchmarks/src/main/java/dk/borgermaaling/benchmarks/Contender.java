package dk.borgermaaling.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who is measured beside others.
 *
 * @param process the server
 * @param database empty when it has none, or one that is not the launcher's own
 * @param replays whether it answers the same message as often as it comes
 */
record Contender(
    String name,
    Load load,
    ProcessHandle process,
    Optional<ProcessHandle> database,
    boolean replays) {

  /**
   * Waits in the end until the server is at rest; its work until then counts.
   *
   * @param notes gets what a reader of the figures must know
   */
  Measurement measure(List<Call> calls, Duration most, Duration patience, Consumer<String> notes)
      throws InterruptedException {
    CpuMeter server = CpuMeter.of(process);
    Optional<CpuMeter> store = database.map(CpuMeter::withChildren);
    Duration cpu = server.used();
    Duration storeCpu = store.map(CpuMeter::used).orElse(Duration.ZERO);
    Load.Sent sent = replays ? load.overAndOver(calls, most) : load.once(calls, most);
    awaitRest(patience, notes);
    return new Measurement(
        sent.elapsed(),
        server.used().minus(cpu),
        store.map(CpuMeter::used).orElse(Duration.ZERO).minus(storeCpu),
        sent.nanos());
  }

  void awaitRest(Duration patience, Consumer<String> notes) throws InterruptedException {
    if (!CpuMeter.of(process).awaitRest(patience)) {
      notes.accept(
          "%s was busy still %d s after its last answer: the rest is not counted for it"
              .formatted(name, patience.toSeconds()));
    }
  }
}

package dk.borgermaaling.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

  /** Waits in the end until the server is at rest; its work until then counts. */
  Measurement measure(List<Call> calls, Duration most, PrintStream out)
      throws InterruptedException {
    CpuMeter server = CpuMeter.of(process);
    Optional<CpuMeter> store = database.map(CpuMeter::withChildren);
    Duration cpu = server.used();
    Duration storeCpu = store.map(CpuMeter::used).orElse(Duration.ZERO);
    Load.Sent sent = replays ? load.overAndOver(calls, most) : load.once(calls, most);
    awaitRest(out);
    return new Measurement(
        sent.elapsed(),
        server.used().minus(cpu),
        store.map(CpuMeter::used).orElse(Duration.ZERO).minus(storeCpu),
        sent.nanos());
  }

  void awaitRest(PrintStream out) throws InterruptedException {
    if (!CpuMeter.of(process).awaitRest()) {
      out.printf("%s is busy with something else: too much processor time is counted%n", name);
    }
  }
}

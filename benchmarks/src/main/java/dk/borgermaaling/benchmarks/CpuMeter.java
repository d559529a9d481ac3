package dk.borgermaaling.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Processor time of a program: all its processes, compiler and collector threads included. */
final class CpuMeter {
  private static final Duration GLANCE = Duration.ofMillis(250);

  /** At rest: less than a fifth of one processor. */
  private static final Duration REST = GLANCE.dividedBy(5);

  private final Supplier<Stream<ProcessHandle>> processes;

  private CpuMeter(Supplier<Stream<ProcessHandle>> processes) {
    this.processes = processes;
  }

  static CpuMeter of(ProcessHandle process) {
    return new CpuMeter(() -> Stream.of(process));
  }

  /** Of a program that serves each connection in a process of its own, as PostgreSQL does. */
  static CpuMeter withChildren(ProcessHandle process) {
    return new CpuMeter(() -> Stream.concat(Stream.of(process), process.children()));
  }

  /** Since the start of the processes that there are now. */
  Duration used() {
    List<Duration> each =
        processes.get().flatMap(p -> p.info().totalCpuDuration().stream()).toList();
    return each.stream().reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * Waits until what the messages have left to be done is done, so that it counts for them and does
   * not disturb who comes next.
   *
   * @return whether it came to rest in this time
   */
  boolean awaitRest(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Duration before = used();
    while (System.nanoTime() < deadline) {
      Thread.sleep(GLANCE.toMillis());
      Duration now = used();
      if (now.minus(before).compareTo(REST) < 0) {
        return true;
      }
      before = now;
    }
    return false;
  }
}

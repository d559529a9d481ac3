package dk.borgermaaling.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory of a process as Linux counts it.
 *
 * @param residentKb now (VmRSS)
 * @param peakKb the most there was since its start (VmHWM)
 */
record ProcessMemory(long residentKb, long peakKb) {

  static ProcessMemory of(ProcessHandle process) throws IOException {
    return parse(Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")));
  }

  static ProcessMemory parse(List<String> status) {
    return new ProcessMemory(value(status, "VmRSS:"), value(status, "VmHWM:"));
  }

  private static long value(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).replace("kB", "").strip())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the process tells no " + name));
  }
}

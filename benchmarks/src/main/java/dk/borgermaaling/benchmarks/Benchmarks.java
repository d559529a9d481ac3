package dk.borgermaaling.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** All measurements, one after another, at the system that {@code mvn -Prun} has started. */
public final class Benchmarks {
  /** Libraries that tell what they set up; held, because a logger that nobody holds forgets. */
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("org.apache.cxf"), Logger.getLogger("org.ehcache"));

  private Benchmarks() {}

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    BenchmarkSettings settings = BenchmarkSettings.fromSystemProperties();
    RunningSystem system = RunningSystem.in(settings.state());
    PrintStream out = System.out;
    out.printf(
        "%d processors, gateway's Java %s%n",
        Runtime.getRuntime().availableProcessors(), system.java());
    Events events = new Events(system.around().settings().businessAnchor());
    soap(settings, system, events, out);
    if (settings.parts().contains(BenchmarkSettings.Part.REST)) {
      new RestBenchmark(settings, system, events, out).run();
    }
    System.exit(0);
  }

  private static void soap(
      BenchmarkSettings settings, RunningSystem system, Events events, PrintStream out)
      throws IOException, InterruptedException, ExecutionException {
    var certificates = system.around().settings().certificatesDir();
    try (EchoProcess echo = EchoProcess.start(system.java(), certificates, true);
        EchoProcess plain = EchoProcess.start(system.java(), certificates, false);
        SoapMessages corpus = new SoapMessages(system.caller(), events)) {
      SoapBenchmark soap = new SoapBenchmark(settings, system, echo, plain, corpus, out);
      if (settings.parts().contains(BenchmarkSettings.Part.SOAP)) {
        soap.single();
        soap.memory();
      }
      if (settings.parts().contains(BenchmarkSettings.Part.BATCHES)) {
        soap.batches();
      }
      if (settings.parts().contains(BenchmarkSettings.Part.SHARES)) {
        soap.shares();
      }
    }
  }
}

package dk.borgermaaling.benchmarks;

import dk.borgermaaling.benchmarks.BenchmarkSettings.Part;
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
    var around = system.around();
    var certificates = around.settings().certificatesDir();
    Events events = new Events(around.settings().businessAnchor());
    try (EchoProcess echo = EchoProcess.start(system.java(), certificates, true);
        EchoProcess plain = EchoProcess.start(system.java(), certificates, false);
        SoapMessages corpus = new SoapMessages(system.caller(), events)) {
      SoapBenchmark soap = new SoapBenchmark(settings, system, echo, plain, corpus, out);
      if (settings.parts().contains(Part.SOAP)) {
        soap.single();
        soap.memory();
      }
      if (settings.parts().contains(Part.BATCHES)) {
        soap.batches();
      }
      if (settings.parts().contains(Part.REST)) {
        new RestBenchmark(settings, system, events, out).run();
      }
      if (settings.parts().contains(Part.SHARES)) {
        soap.shares();
      }
    }
    System.exit(0);
  }
}

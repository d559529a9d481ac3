package dk.borgermaaling.liberty.momentum;

import dk.borgermaaling.gateway.kernel.Circuit;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.kmd.rest.HttpSettings;
import dk.borgermaaling.kmd.rest.MomentumClient;
import dk.borgermaaling.kmd.rest.MomentumConnection;
import dk.borgermaaling.simulators.certificates.CertificateMaker;
import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.momentum.Faults;
import dk.borgermaaling.simulators.momentum.Momentum;
import dk.borgermaaling.simulators.server.SimulatorServer;
import dk.borgermaaling.simulators.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Tårnby's Momentum behind HTTPS on a free port, at a time of the story that the test sets. */
final class SimulatedMomentum implements AutoCloseable {
  static final MunicipalityCode TAARNBY = new MunicipalityCode("0185");
  private static final World WORLD = World.of(20261123, 900, LocalDate.of(2026, 11, 23));
  private static final Map<String, String> SETTINGS =
      Map.of(
          "momentum.0185.client-id", "taarnby",
          "momentum.0185.client-secret", "skjult",
          "momentum.0185.api-key", "key2",
          "momentum.0185.resource", "res-2");

  private final Momentum momentum;
  private final SimulatorServer server;
  private final HttpClient http;
  private volatile Instant now = day(0);

  SimulatedMomentum(Path certificates) throws IOException {
    CertificateMaker.writeMissing(certificates);
    momentum = new Momentum(WORLD, () -> now, Clock.systemUTC(), SETTINGS);
    var trust = KeyFile.trust(certificates.resolve("trust.p12"));
    server =
        SimulatorServer.open(
            0,
            dk.borgermaaling.simulators.Gateway.tls(
                KeyFile.read(certificates.resolve("tls.p12")).managers(), trust),
            momentum.routes());
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(dk.borgermaaling.simulators.Gateway.withoutCertificate(trust).tls())
            .build();
  }

  /** Afternoon of so many days after the story's first. */
  static Instant day(int day) {
    return WORLD.start().plusDays(day).atTime(15, 0).atZone(World.DENMARK).toInstant();
  }

  void at(Instant time) {
    now = time;
  }

  Instant now() {
    return now;
  }

  Faults faults() {
    return momentum.faults();
  }

  /** A client that is as impatient as a test. */
  MomentumClient client() {
    String base = "https://localhost:" + server.port() + "/momentum";
    return new MomentumClient(
        new MomentumConnection(
            TAARNBY,
            URI.create(base + "/0185/api"),
            URI.create(base + "/aad/oauth2/token"),
            "taarnby",
            "skjult",
            "key2",
            "res-2",
            null,
            25),
        http,
        new HttpSettings(Duration.ofSeconds(1), 25, 3, Duration.ZERO),
        length -> {},
        new Circuit("gateway.kmd.circuit", 1000, Duration.ofMinutes(1), Clock.systemUTC()),
        Clock.systemUTC());
  }

  @Override
  public void close() {
    server.close();
  }
}

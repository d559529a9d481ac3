package dk.borgermaaling.schultz.simulated;

import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.testing.SettableClock;
import dk.borgermaaling.schultz.DatabaseGateway;
import dk.borgermaaling.schultz.FasitTargetGroups.Row;
import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.Tenants;
import dk.borgermaaling.schultz.rest.Door;
import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.certificates.CertificateMaker;
import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.fasit.FasitDelivery;
import dk.borgermaaling.simulators.fasit.FasitSwitches;
import dk.borgermaaling.simulators.fasit.FasitTargetGroupIds;
import dk.borgermaaling.simulators.fasit.FaultyFasit;
import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.server.SimulatorServer;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.Town.Source;
import dk.borgermaaling.simulators.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Aarhus with its simulated Fasit, a gateway and the way between them. */
final class Town implements AutoCloseable {
  private static final World WORLD = World.of(20261123, 400, LocalDate.of(2026, 11, 23));
  static final List<StoryEvent> STORY = WORLD.story().events(Source.FASIT);
  private static final int BATCH = 25;
  private static final Path CERTIFICATES = certificates();
  static final Tenants TENANTS =
      new Tenants(List.of(tenant("aarhus", "0751", "fasit"), tenant("randers", "0730", "caller")));

  final DatabaseGateway gateway = new DatabaseGateway(new SettableClock(WORLD.story().end()));
  final FasitSwitches switches = new FasitSwitches();
  final FaultyFasit fasit;

  /** What the gateway answers next, whatever comes; 0 lets it answer for itself. */
  final Deque<Integer> failures = new ArrayDeque<>();

  private final SimulatorServer server;
  private final Door door;

  Town() {
    gateway
        .database
        .owner()
        .useHandle(handle -> handle.execute("DELETE FROM ops.fasit_target_group"));
    gateway.targetGroups.fill(
        "aarhus",
        FasitTargetGroupIds.BY_CODE.entrySet().stream()
            .map(id -> new Row(id.getValue(), "LAB6", id.getKey(), LocalDate.of(2020, 1, 1), null))
            .toList());
    door = new Door(gateway.inbox(TENANTS, gateway.intake), gateway.xml);
    try {
      server =
          SimulatorServer.open(
              0,
              Gateway.tls(key("tls").managers(), trust()),
              List.of(Route.post("/fasit/events", this::take)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    FasitDelivery delivery =
        new FasitDelivery(
            Gateway.withCertificate(key("fasit"), trust()),
            URI.create("https://localhost:" + server.port()),
            "aarhus");
    fasit =
        new FaultyFasit(
            delivery, Gateway.withCertificate(key("caller"), trust()), "randers", switches);
  }

  private Reply take(Request request) {
    Integer failure = failures.poll();
    if (failure != null && failure > 0) {
      return Reply.text(failure, "");
    }
    X509Certificate sender = request.client().orElse(null);
    if (sender == null) {
      return Reply.text(401, "");
    }
    try {
      byte[] receipts = door.receive(sender, request.body());
      if (failure != null) {
        return Reply.hangUp();
      }
      return Reply.of(
          200, "application/xml;charset=UTF-8", new String(receipts, StandardCharsets.UTF_8));
    } catch (ProblemException e) {
      return Reply.text(e.problem().type().status(), "");
    }
  }

  /** Fasit tells its whole story, each batch until it has its receipts, as a pusher does. */
  Town tell() {
    for (int from = 0; from < STORY.size(); from += BATCH) {
      tell(STORY.subList(from, Math.min(from + BATCH, STORY.size())));
    }
    try {
      fasit.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private void tell(List<StoryEvent> batch) {
    for (int attempt = 0; attempt < 20; attempt++) {
      try {
        fasit.send(batch);
        return;
      } catch (IOException e) {
        // No receipts: again.
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("no receipts in 20 attempts");
  }

  /** What is stored, and what waits for a person by entity and reason. */
  List<String> state() {
    List<String> state = new ArrayList<>(gateway.stored());
    gateway.deadLetters.letters.keySet().forEach(letter -> state.add("letter " + letter));
    return state;
  }

  @Override
  public void close() {
    server.close();
  }

  private static Tenant tenant(String name, String municipality, String party) {
    return new Tenant(
        name,
        new MunicipalityCode(municipality),
        Set.of(Thumbprint.of(key(party).certificate()).sha256()));
  }

  private static KeyFile key(String name) {
    return KeyFile.read(CERTIFICATES.resolve(name + ".p12"));
  }

  private static KeyStore trust() {
    return KeyFile.trust(CERTIFICATES.resolve("trust.p12"));
  }

  private static Path certificates() {
    try {
      Path folder = Files.createTempDirectory("certificates");
      CertificateMaker.writeMissing(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

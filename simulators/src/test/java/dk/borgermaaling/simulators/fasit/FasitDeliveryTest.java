package dk.borgermaaling.simulators.fasit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.StoryClock;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.casesystems.Delivery;
import dk.borgermaaling.simulators.casesystems.Pusher;
import dk.borgermaaling.simulators.casesystems.Receipts;
import dk.borgermaaling.simulators.casesystems.Telling;
import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.server.SimulatorServer;
import dk.borgermaaling.simulators.support.TestCertificates;
import dk.borgermaaling.simulators.support.TestSettings;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.Town;
import dk.borgermaaling.simulators.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FasitDeliveryTest {
  private static final World WORLD = World.of(20261123, 300, LocalDate.of(2026, 11, 23));
  private static final Pattern EVENT_ID = Pattern.compile("<eventId>([0-9a-f-]{36})</eventId>");

  @TempDir Path state;
  private final List<StoryEvent> events = WORLD.story().events(Town.Source.FASIT);
  private final Set<String> stored = new HashSet<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger knocks = new AtomicInteger();
  private SimulatorServer gateway;

  @BeforeEach
  void open() throws Exception {
    gateway =
        SimulatorServer.open(
            0,
            Gateway.tls(TestCertificates.key("tls").managers(), TestCertificates.trust()),
            List.of(Route.post("/fasit/events", this::take)));
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void events_go_over_mutual_tls_with_fasits_certificate() throws Exception {
    assertThat(delivery("fasit").send(events.subList(0, 3))).isEqualTo(new Receipts(3, 0, 0));
    assertThat(delivery("fasit").send(events.subList(0, 3))).isEqualTo(new Receipts(0, 3, 0));
    FasitDelivery stranger = delivery("caller");
    assertThatThrownBy(() -> stranger.send(events)).isInstanceOf(IOException.class);
    assertThatThrownBy(stranger::knock).isInstanceOf(IOException.class);
  }

  @Test
  void the_story_plays_by_itself_to_its_end_though_every_third_answer_is_lost() throws Exception {
    Surroundings around = TestSettings.surroundings(state);
    Instant end = WORLD.story().end();
    Instant real = Clock.systemUTC().instant();
    var clock = new StoryClock(Clock.systemUTC(), real, end.minus(Duration.ofDays(1)), 86_400);
    Telling telling =
        new Telling(
            new Surroundings(around.settings(), clock),
            "fasit",
            WORLD,
            Town.Source.FASIT,
            new LosingEveryThird());
    try (Pusher pusher = new Pusher("fasit", telling, true)) {
      assertThat(pusher.status().getBoolean("ready")).isFalse();
      pusher.start();
      Instant deadline = Clock.systemUTC().instant().plusSeconds(60);
      while (!pusher.complete() && Clock.systemUTC().instant().isBefore(deadline)) {
        Thread.onSpinWait();
      }
      assertThat(pusher.complete()).isTrue();
      assertThat(stored).hasSize((int) events.stream().map(StoryEvent::eventId).distinct().count());
      assertThat(pusher.status().getInt("failedAttempts")).isPositive();
      assertThat(pusher.status().getBoolean("ready")).isTrue();
      assertThat(knocks).hasValue(1);
    }
  }

  private final class LosingEveryThird implements Delivery {
    @Override
    public Receipts send(List<StoryEvent> batch) throws IOException, InterruptedException {
      Receipts receipts = delivery("fasit").send(batch);
      if (requests.get() % 3 == 0) {
        throw new IOException("the answer is lost");
      }
      return receipts;
    }

    @Override
    public void knock() throws IOException, InterruptedException {
      delivery("fasit").knock();
      knocks.incrementAndGet();
    }
  }

  private Reply take(Request request) {
    requests.incrementAndGet();
    boolean known =
        request
            .client()
            .filter(shown -> shown.equals(TestCertificates.key("fasit").certificate()))
            .isPresent();
    if (!known) {
      return Reply.text(403, "not Fasit");
    }
    if (!request.text().contains("<event>")) {
      return Reply.text(400, "no event");
    }
    StringBuilder receipts = new StringBuilder("<receipts xmlns='" + FasitXml.NAMESPACE + "'>");
    Matcher ids = EVENT_ID.matcher(request.text());
    while (ids.find()) {
      String result = stored.add(ids.group(1)) ? "STORED" : "DUPLICATE";
      receipts.append(
          "<receipt><eventId>%s</eventId><result>%s</result></receipt>"
              .formatted(ids.group(1), result));
    }
    return Reply.of(
        200, "application/xml;charset=UTF-8", receipts.append("</receipts>").toString());
  }

  private FasitDelivery delivery(String party) {
    return new FasitDelivery(
        Gateway.withCertificate(TestCertificates.key(party), TestCertificates.trust()),
        URI.create("https://localhost:" + gateway.port()),
        "aarhus");
  }
}

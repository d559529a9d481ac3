package dk.borgermaaling.gateway.edge.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where lists come from, and how long they count. */
class RevocationListsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration GRACE = Duration.ofHours(24);
  private static final int LARGEST = 4_000;
  private static final Identity CA = Identity.authority("Test CA");
  private static final Identity GOOD = CA.issue("good");
  private static final Identity BAD = CA.issue("bad");

  private final SettableRealClock clock = new SettableRealClock(NOW.toString());
  private final Alarms alarms = new Alarms(clock);
  private final FileServer server = new FileServer(asked -> Crl.by(CA, NOW).revoking(BAD).bytes());
  private final CountDownLatch never = new CountDownLatch(1);
  @TempDir private Path folder;
  private RevocationLists lists;

  @BeforeEach
  void start() {
    lists = lists(server.address());
  }

  @AfterEach
  void stop() {
    never.countDown();
    server.close();
  }

  @Test
  void nothing_is_known_before_the_first_refresh_and_nothing_is_fetched_to_answer() {
    assertThat(statusOf(BAD)).isEqualTo(Status.UNKNOWN);
    assertThat(server.requests).hasValue(0);
    lists.refresh();
    assertThat(statusOf(BAD)).isEqualTo(Status.REVOKED);
    assertThat(statusOf(GOOD)).isEqualTo(Status.GOOD);
    assertThat(server.requests).hasValue(1);
  }

  @Test
  void a_file_is_a_source_as_well() {
    Path file = folder.resolve("my list.crl");
    StoreFiles.write(file, Crl.by(CA, NOW).revoking(BAD).bytes());
    lists = lists(RevocationSettings.source(file.toString()));
    lists.refresh();
    assertThat(statusOf(BAD)).isEqualTo(Status.REVOKED);
  }

  @Test
  void a_certificate_that_none_of_the_issuers_has_signed_stays_unknown() {
    lists.refresh();
    Identity forged = Identity.authority("Test CA").issue("forged");
    assertThat(statusOf(forged)).isEqualTo(Status.UNKNOWN);
    assertThat(statusOf(Identity.authority("Other CA"))).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void an_outdated_list_counts_for_the_grace_and_no_longer_but_revoked_stays_revoked() {
    lists.refresh();
    clock.advance(Duration.ofHours(12));
    assertThat(statusOf(GOOD)).isEqualTo(Status.GOOD);
    clock.advance(Duration.ofSeconds(1));
    assertThat(statusOf(GOOD)).isEqualTo(Status.STALE);
    clock.advance(GRACE.minusSeconds(1));
    assertThat(statusOf(GOOD)).isEqualTo(Status.STALE);
    clock.advance(Duration.ofSeconds(1));
    assertThat(statusOf(GOOD)).isEqualTo(Status.UNKNOWN);
    assertThat(statusOf(BAD)).isEqualTo(Status.REVOKED);
  }

  @Test
  void an_outdated_list_raises_an_alarm_until_the_next_one_comes() {
    lists.refresh();
    clock.advance(Duration.ofHours(13));
    lists.refresh();
    assertThat(alarms.active().values())
        .containsExactly("it is out of date; the one held counts until 2026-11-24T20:00:00Z");
    server.answers(asked -> Crl.by(CA, clock.instant()).bytes());
    lists.refresh();
    assertThat(alarms.active()).isEmpty();
    assertThat(statusOf(BAD)).as("taken off the list").isEqualTo(Status.GOOD);
  }

  @Test
  void what_cannot_be_fetched_leaves_the_list_held() {
    lists.refresh();
    server.fails(503);
    lists.refresh();
    assertKept("it was asked for and the answer was 503");
  }

  @Test
  void a_redirect_is_not_followed() {
    lists.refresh();
    server.fails(302);
    lists.refresh();
    assertKept("it was asked for and the answer was 302");
    assertThat(server.requests).hasValue(2);
  }

  @Test
  void what_is_too_large_leaves_the_list_held() {
    lists.refresh();
    server.answers(asked -> new byte[LARGEST + 1]);
    lists.refresh();
    assertKept("it is larger than allowed");
  }

  @Test
  void a_file_that_is_too_large_is_not_read() {
    Path file = StoreFiles.write(folder.resolve("large.crl"), new byte[LARGEST + 1]);
    lists = lists(file.toUri());
    lists.refresh();
    assertThat(alarms.active().values())
        .containsExactly("it is larger than allowed; there is none");
  }

  @Test
  void what_does_not_come_in_time_leaves_the_list_held() {
    lists.refresh();
    server.answers(
        asked -> {
          await(never);
          return new byte[0];
        });
    lists.refresh();
    assertKept("it did not come in time");
  }

  @Test
  void an_older_list_does_not_take_the_place_of_a_newer_one() {
    lists.refresh();
    server.answers(
        asked ->
            Crl.by(CA, NOW)
                .valid(NOW.minus(Duration.ofHours(2)), NOW.plus(Duration.ofDays(2)))
                .bytes());
    lists.refresh();
    assertKept("an older list than the one held");
  }

  @Test
  void one_broken_source_does_not_keep_the_others_from_being_read() {
    Path good = folder.resolve("good.crl");
    StoreFiles.write(good, Crl.by(CA, NOW).revoking(BAD).bytes());
    server.fails(404);
    lists = lists(server.address(), good.toUri());
    lists.refresh();
    assertThat(statusOf(BAD)).isEqualTo(Status.REVOKED);
    assertThat(alarms.active()).hasSize(1);
  }

  @Test
  void addresses_that_cannot_be_right_stop_the_start() {
    for (String wrong :
        List.of(
            "ldap://crl.test/x",
            "http:///x",
            "http://user@crl.test/x",
            "ftp://crl.test/x",
            "file://crl.test/x")) {
      URI source = RevocationSettings.source(wrong);
      assertThatThrownBy(
              () ->
                  new RevocationSettings(
                      RevocationSettings.Mode.SOFT, List.of(source), Optional.empty(), GRACE))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("gateway.trust.crl-sources");
    }
  }

  private void assertKept(String reason) {
    assertThat(alarms.active().values())
        .containsExactly(reason + "; the one held counts until 2026-11-24T20:00:00Z");
    assertThat(statusOf(BAD)).isEqualTo(Status.REVOKED);
    assertThat(statusOf(GOOD)).isEqualTo(Status.GOOD);
  }

  private Status statusOf(Identity identity) {
    return lists.of(identity.certificate());
  }

  private RevocationLists lists(URI... sources) {
    Path file = StoreFiles.pem(folder.resolve("issuers.pem"), CA);
    return new RevocationLists(
        List.of(sources),
        Issuers.read(file, alarms),
        new Downloads(Duration.ofSeconds(2), LARGEST),
        GRACE,
        clock,
        alarms);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

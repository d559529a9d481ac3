package dk.borgermaaling.gateway.caseevent.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Noted;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.caseevent.FeedStates;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.SettableClock;
import dk.borgermaaling.gateway.testing.TestKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What feeds keep in the schema intake, as the gateway's role. */
class SqlFeedTest {
  private static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  private static final MunicipalityCode TAARNBY = new MunicipalityCode("0185");

  private final Database database = Database.fresh();
  private final SqlFeedMemory memory = new SqlFeedMemory(database.gateway());
  private final SqlDeadLetters letters =
      new SqlDeadLetters(
          database.gateway(),
          new SqlParkedLetters(database.gateway(), TestKeys.contentCipher()),
          SettableClock.at("2026-11-23T08:55"));
  private final SqlFeedRuns runs = new SqlFeedRuns(database.gateway());

  @Test
  void what_is_remembered_is_recalled_by_prefix_and_by_key() {
    remember(ODENSE, Map.of("citizen/a", new Entry(1, "in"), "task/a", new Entry(1, "held")));
    remember(TAARNBY, Map.of("citizen/b", new Entry(1, "in")));
    remember(ODENSE, Map.of("citizen/a", new Entry(2, "gone")));

    assertThat(memory.recall(EventSource.MOMENTUM, ODENSE, "citizen/"))
        .isEqualTo(Map.of("citizen/a", new Entry(2, "gone")));
    assertThat(memory.recall(EventSource.MOMENTUM, ODENSE, List.of("task/a", "task/b")))
        .isEqualTo(Map.of("task/a", new Entry(1, "held")));
    assertThat(memory.recall(EventSource.MOMENTUM, ODENSE, List.of())).isEmpty();
    assertThat(memory.recall(EventSource.FASIT, ODENSE, "")).isEmpty();
  }

  @Test
  void the_slower_of_two_polls_writes_nothing() {
    remember(ODENSE, Map.of("citizen/a", new Entry(1, "in")));

    assertThatThrownBy(
            () ->
                remember(
                    ODENSE,
                    Map.of("citizen/a", new Entry(1, "other"), "citizen/b", new Entry(1, "in"))))
        .isInstanceOf(ProblemException.class);
    assertThat(memory.recall(EventSource.MOMENTUM, ODENSE, ""))
        .isEqualTo(Map.of("citizen/a", new Entry(1, "in")));
  }

  @Test
  void a_dead_letter_is_kept_once_counted_and_settled() {
    DeadLetter letter =
        new DeadLetter(EventSource.MOMENTUM, ODENSE, "a", "malformed", "version must be 1");
    letters.note(letter);
    letters.note(letter);
    letters.note(new DeadLetter(EventSource.MOMENTUM, TAARNBY, "a", "malformed", "x"));

    assertThat(letters.waiting(10))
        .extracting(noted -> noted.letter().municipality(), Noted::times)
        .containsExactlyInAnyOrder(tuple(ODENSE, 2), tuple(TAARNBY, 1));
    assertThat(letters.waiting(1)).hasSize(1);

    letters.settle(EventSource.MOMENTUM, ODENSE, List.of("a", "b"));
    assertThat(letters.waiting(10))
        .extracting(noted -> noted.letter().municipality())
        .containsExactly(TAARNBY);
  }

  @Test
  void failures_in_a_row_are_counted_until_a_run_succeeds() {
    assertThat(runs.failed(EventSource.MOMENTUM, ODENSE, "no answer")).isOne();
    assertThat(runs.failed(EventSource.MOMENTUM, ODENSE, "no answer")).isEqualTo(2);
    runs.succeeded(EventSource.MOMENTUM, ODENSE, 5);
    runs.succeeded(EventSource.MOMENTUM, ODENSE, 2);

    assertThat(runs.all())
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.events()).isEqualTo(7);
              assertThat(run.failuresInARow()).isZero();
              assertThat(run.lastFailure()).isEqualTo("no answer");
              assertThat(run.lastSucceeded()).isNotNull();
            });
    assertThat(runs.failed(EventSource.MOMENTUM, ODENSE, "no answer")).isOne();
  }

  @Test
  void what_is_remembered_is_read_in_pages_without_a_gap_or_a_repeat() {
    Map<String, Entry> all = new TreeMap<>();
    for (int i = 0; i < 25; i++) {
      all.put("citizen/" + (i % 2 == 0 ? "a-" : "B_") + i, new Entry(1, "in " + i));
    }
    remember(ODENSE, all);
    remember(ODENSE, Map.of("task/a", new Entry(1, "held"), "bookmark", new Entry(1, "x")));
    remember(TAARNBY, Map.of("citizen/b", new Entry(1, "in")));

    Map<String, Entry> read = new TreeMap<>();
    String after = "";
    FeedMemory.Page page;
    do {
      page = memory.page(EventSource.MOMENTUM, ODENSE, "citizen/", after, 10);
      for (int i = 0; i < page.size(); i++) {
        after = page.keys().get(i);
        assertThat(read.put(after, page.entries().get(i))).isNull();
      }
    } while (page.size() == 10);
    assertThat(read).isEqualTo(all);
  }

  @Test
  void the_entities_with_letters_are_known_for_each_feed() {
    letters.note(new DeadLetter(EventSource.MOMENTUM, ODENSE, "a", "malformed", "x"));
    letters.note(new DeadLetter(EventSource.MOMENTUM, ODENSE, "a", "conflict", "x"));
    letters.note(new DeadLetter(EventSource.FASIT, ODENSE, "b", "malformed", "x"));
    letters.note(new DeadLetter(EventSource.MOMENTUM, TAARNBY, "c", "malformed", "x"));

    assertThat(letters.entitiesOf(EventSource.MOMENTUM, ODENSE)).containsExactly("a");
  }

  @Test
  void where_a_feed_stands_is_kept_part_by_part() {
    SqlFeedStates states = new SqlFeedStates(database.gateway());
    Instant begun = Instant.parse("2026-11-23T08:00:00Z");
    assertThat(states.of(EventSource.MOMENTUM, ODENSE)).isEqualTo(FeedStates.State.NEW);

    states.wantAll(EventSource.MOMENTUM, ODENSE, begun.minusSeconds(1));
    assertThat(states.of(EventSource.MOMENTUM, ODENSE).isAllWanted()).isTrue();
    states.lookedAtAll(EventSource.MOMENTUM, ODENSE, begun);
    states.circuit(EventSource.MOMENTUM, ODENSE, begun.plusSeconds(900));
    assertThat(states.of(EventSource.MOMENTUM, ODENSE))
        .isEqualTo(new FeedStates.State(begun, begun.minusSeconds(1), begun.plusSeconds(900)));
    assertThat(states.of(EventSource.MOMENTUM, ODENSE).isAllWanted()).isFalse();
    states.circuit(EventSource.MOMENTUM, ODENSE, null);
    assertThat(states.of(EventSource.MOMENTUM, ODENSE).circuitOpenUntil()).isNull();
    assertThat(states.of(EventSource.FASIT, ODENSE)).isEqualTo(FeedStates.State.NEW);
  }

  @Test
  void the_last_dry_run_replaces_the_one_before() {
    SqlFeedStates states = new SqlFeedStates(database.gateway());
    Instant at = Instant.parse("2026-11-23T08:00:00Z");
    states.dryRun(EventSource.MOMENTUM, ODENSE, at, "one");
    states.dryRun(EventSource.MOMENTUM, ODENSE, at.plusSeconds(60), "two");

    assertThat(states.dryRun(EventSource.MOMENTUM, ODENSE))
        .hasValue(new FeedStates.DryRun(at.plusSeconds(60), "two"));
    assertThat(states.dryRun(EventSource.MOMENTUM, TAARNBY)).isEmpty();
  }

  private void remember(MunicipalityCode municipality, Map<String, Entry> entries) {
    database
        .transactions()
        .runInOne(() -> memory.remember(EventSource.MOMENTUM, municipality, entries));
  }
}

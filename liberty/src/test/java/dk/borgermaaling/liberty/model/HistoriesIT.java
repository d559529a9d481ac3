package dk.borgermaaling.liberty.model;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import dk.borgermaaling.liberty.nodes.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Three histories at a running server: told over the wire, while business time goes on by most of a
 * day, and the server is killed and started again in the middle. Nothing is due to be sent by then.
 */
class HistoriesIT {
  private static final int HISTORIES = 3;
  private static final int STEPS = 12;
  private static final long SEED = 20261201;

  /** Behind those of the worlds of {@link HistoriesTest}, of which nobody is here. */
  private static final int FIRST_NUMBER = 900;

  private static final Map<String, Rules.Town> TOWNS =
      Map.of(
          "0461", new Rules.Town(4, 26, true, true, false),
          "0751", new Rules.Town(4, 26, true, true, true),
          "0740", new Rules.Town(4, 26, true, true, true));

  /** As the demonstration has it. */
  private static final Invited.Plan PLAN =
      new Invited.Plan(Duration.ofDays(1), Duration.ofDays(12));

  private final Nodes nodes = Nodes.running();
  private final Doors doors = new Doors(nodes);
  private final ServerTables tables = new ServerTables(nodes.system());
  private final Random dice = new Random(SEED);
  private final List<History> histories = new ArrayList<>();
  private final List<Model> models = new ArrayList<>();
  private final Letters letters = new Letters();

  /** What has happened and is not told yet, by source and town. */
  private final Map<String, List<Said>> waiting = new TreeMap<>();

  private final Set<String> told = new HashSet<>();
  private Instant now = Nodes.WHEN_ALL_TAKE_PART;

  @AfterAll
  static void time_is_for_others_what_it_was() {
    Nodes.running().setClock(Nodes.WHEN_ALL_TAKE_PART);
  }

  @Test
  void what_is_told_over_the_wire_is_decided_as_the_model_says() {
    for (int i = 0; i < HISTORIES; i++) {
      int first = FIRST_NUMBER + 4 * i;
      histories.add(
          new History(
              SEED + i,
              doors.towns(),
              List.of(
                  List.of(World.cpr(first), World.cpr(first + 1)),
                  List.of(World.cpr(first + 2), World.cpr(first + 3)))));
      models.add(new Model(TOWNS, PLAN));
    }
    for (int step = 0; step < STEPS; step++) {
      if (step == STEPS / 2) {
        nodes.system().liberty().kill();
        nodes.system().startGateway();
      }
      Instant before = now;
      now = now.plus(Duration.ofMinutes(20 + dice.nextInt(90)));
      nodes.setClock(now);
      for (int i = 0; i < HISTORIES; i++) {
        for (Told one : histories.get(i).step(step, before, now)) {
          waiting
              .computeIfAbsent(one.source() + one.town(), any -> new ArrayList<>())
              .add(new Said(i, one));
        }
      }
      sayTheLongest();
    }
    while (!waiting.isEmpty()) {
      sayTheLongest();
    }

    Map<String, String> expected = new TreeMap<>();
    models.forEach(model -> expected.putAll(model.outcomes()));
    assertThat(tables.outcomes(told)).isEqualTo(expected).hasSizeGreaterThan(20);
    assertThat(tables.invitations(told))
        .isEqualTo(models.stream().flatMap(model -> model.invitations().stream()).sorted().toList())
        .isNotEmpty();
  }

  private void sayTheLongest() {
    if (waiting.isEmpty()) {
      return;
    }
    Map.Entry<String, List<Said>> longest =
        Collections.max(
            waiting.entrySet(), Comparator.comparingInt(entry -> entry.getValue().size()));
    List<Said> said = longest.getValue();
    waiting.remove(longest.getKey());
    say(said.get(0).told().source(), said.get(0).told().town(), said);
  }

  /** One document, and everything that follows from it. */
  private void say(EventSource source, String town, List<Said> said) {
    List<CaseEvent> meant = said.stream().map(one -> Canonical.event(one.told())).toList();
    List<String> expected = expected(said);
    letters.after(said, expected);
    said.forEach(one -> told.add(one.told().id().toString()));
    if (source == EventSource.BESKEDFORDELER) {
      doors.message(town, meant);
    } else if (source == EventSource.OTHER && dice.nextBoolean()) {
      assertThat(doors.rest(town, meant))
          .isEqualTo(
              expected.stream()
                  .map(answer -> answer.equals("REJECTED") ? answer : Doors.REGISTERED)
                  .toList());
    } else if (source == EventSource.OTHER) {
      assertThat(doors.soap(town, meant)).isEqualTo(expected);
    } else {
      assertThat(doors.push(town, meant)).isEqualTo(expected);
    }
    WholeSystem.await("all is decided", Duration.ofSeconds(60), tables::isQuiet);
    models.forEach(Model::process);
    assertThat(tables.letters())
        .as("set aside after %s", meant)
        .containsExactlyInAnyOrderElementsOf(letters.all());
  }

  private List<String> expected(List<Said> said) {
    Map<Integer, List<Told>> byHistory = new LinkedHashMap<>();
    said.forEach(
        one -> byHistory.computeIfAbsent(one.history(), any -> new ArrayList<>()).add(one.told()));
    Map<Integer, List<String>> answers = new LinkedHashMap<>();
    byHistory.forEach(
        (history, of) -> answers.put(history, new ArrayList<>(models.get(history).tell(of, now))));
    return said.stream()
        .map(one -> Objects.requireNonNull(answers.get(one.history())).remove(0))
        .toList();
  }
}

package dk.borgermaaling.liberty.momentum;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.kmd.FeedSettings;
import dk.borgermaaling.kmd.Momentum;
import dk.borgermaaling.kmd.MomentumFeed;
import dk.borgermaaling.simulators.momentum.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault of the simulated Momentum in turn, on for two runs in the middle of the story.
 * Whatever it does, nobody's course ends for it and nothing is guessed, and a run without it brings
 * everything to where it would have been.
 */
class MomentumFaultsTest {
  private static final List<String> CODES =
      List.of("6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7", "6.8", "6.9", "6.10", "6.11");

  /** Faults under which a run tells everything all the same. */
  private static final Set<Fault> HARMLESS =
      EnumSet.of(
          Fault.LONG_SEARCH_504,
          Fault.BIG_PAGE_504,
          Fault.TOO_MANY_429,
          Fault.DUPLICATE_ROWS,
          Fault.LOCAL_CODE,
          Fault.LOCAL_MIDNIGHT,
          Fault.NO_CPR_IN_SEARCH,
          Fault.UPDATED_AHEAD,
          Fault.UPDATED_LATE,
          Fault.EXTRA_FIELDS);

  /** Faults of which a run says what it could not use, by reason. */
  private static final Map<Fault, String> LETTERS = new EnumMap<>(Fault.class);

  static {
    LETTERS.put(Fault.HALF_A_SEARCH, "many-gone");
    LETTERS.put(Fault.ROW_WITHOUT_ID, "row-without-id");
    LETTERS.put(Fault.UNKNOWN_CODE, "unknown-target-group");
    LETTERS.put(Fault.SUMMER_IN_WINTER, "malformed");
    LETTERS.put(Fault.MISSING_FIELDS, "malformed");
    LETTERS.put(Fault.UPDATED_AHEAD, "changed-ahead");
    LETTERS.put(Fault.CITIZEN_404, "not-found");
  }

  /** Faults under which nothing can be told: the run breaks off and changes nothing. */
  private static final Set<Fault> BREAKING =
      EnumSet.of(
          Fault.FRESH_TOKEN_401,
          Fault.TOKEN_DOWN,
          Fault.HAS_MORE_FOR_EVER,
          Fault.PAGE_WITHOUT_DATA,
          Fault.HTML_INSTEAD,
          Fault.BROKEN_GZIP,
          Fault.BROKEN_CHARSET,
          Fault.SLOW,
          Fault.RESET);

  private static @TempDir Path certificates;
  private static final List<Integer> DAYS = List.of(1, 8, 16);
  private static final Map<Integer, List<String>> WITHOUT = new HashMap<>();
  private static SimulatedMomentum simulated;

  @BeforeAll
  static void open() throws IOException {
    simulated = new SimulatedMomentum(certificates);
    Ports ports = new Ports(() -> simulated.now());
    for (int day : DAYS) {
      simulated.at(SimulatedMomentum.day(day));
      assertThat(run(ports, simulated.client())).isTrue();
      WITHOUT.put(day, told(ports));
    }
    assertThat(ports.letters).isEmpty();
  }

  @AfterAll
  static void close() {
    simulated.close();
  }

  private final Ports ports = new Ports(() -> simulated.now());
  private Momentum momentum;

  @BeforeEach
  void connect() {
    momentum = simulated.client();
  }

  @ParameterizedTest
  @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "CHANGED_CPR")
  void after_a_fault_everything_is_as_if_there_had_been_none(Fault fault) {
    for (int day : DAYS) {
      simulated.at(SimulatedMomentum.day(day));
      if (day == 8) {
        underFault(fault, without(day));
        wantAll();
      }
      run(ports);
    }

    assertThat(told(ports)).isEqualTo(without(16));
    assertThat(ports.letters).isEmpty();
  }

  /** What has been told by this day when nothing goes wrong. */
  private static List<String> without(int day) {
    return WITHOUT.getOrDefault(day, List.of());
  }

  /** As an operator would who has had the fault mended. */
  private void wantAll() {
    ports.wantAll(EventSource.MOMENTUM, SimulatedMomentum.TAARNBY, Clock.systemUTC().instant());
  }

  private void underFault(Fault fault, List<String> without) {
    int before = ports.events.size();
    simulated.faults().turnOn(fault, Integer.MAX_VALUE, fault == Fault.SLOW ? 2 : null);
    if (fault == Fault.CITIZEN_404) {
      simulated.faults().turnOn(Fault.NO_CPR_IN_SEARCH);
    }
    if (fault == Fault.TOKEN_DOWN) {
      momentum = simulated.client();
    }
    boolean first = run(ports);
    boolean second = run(ports);
    assertThat(simulated.faults().applications(fault)).as("times it happened").isPositive();
    simulated.faults().turnOff(fault);
    simulated.faults().turnOff(Fault.NO_CPR_IN_SEARCH);

    assertThat(List.of(first, second)).containsOnly(!BREAKING.contains(fault));
    assertThat(without).as("nothing is guessed").containsAll(told(ports));
    if (BREAKING.contains(fault)) {
      assertThat(ports.events).hasSize(before);
    }
    if (HARMLESS.contains(fault)) {
      assertThat(told(ports)).containsExactlyElementsOf(without);
    }
    if (LETTERS.containsKey(fault)) {
      assertThat(ports.letters.values())
          .extracting(DeadLetter::reason)
          .contains(LETTERS.get(fault));
    }
    if (fault == Fault.MISSING_FIELDS) {
      assertThat(ports.letters.values())
          .extracting(DeadLetter::detail)
          .anyMatch(detail -> detail.startsWith("targetGroupStartDate must be"));
    }
    if (fault == Fault.UNKNOWN_CODE) {
      assertThat(ports.letters.values())
          .extracting(DeadLetter::detail)
          .anyMatch(
              detail ->
                  detail.startsWith("The target group code INT-KP is not in the table of 2026-"));
    }
  }

  @Test
  void changed_numbers_are_told_once_each_way_and_change_nothing_else() {
    simulated.at(SimulatedMomentum.day(1));
    run(ports);
    simulated.faults().turnOn(Fault.CHANGED_CPR);
    run(ports);
    run(ports);
    assertThat(simulated.faults().applications(Fault.CHANGED_CPR)).isPositive();
    List<CaseEvent> there = numbers();
    simulated.faults().turnOff(Fault.CHANGED_CPR);
    run(ports);
    run(ports);
    List<CaseEvent> back = numbers();

    assertThat(there).isNotEmpty().allMatch(event -> event.version() == 2);
    assertThat(back).hasSize(2 * there.size());
    assertThat(back.subList(there.size(), back.size()))
        .extracting(event -> event.recipient(), event -> event.version())
        .containsExactlyInAnyOrderElementsOf(
            there.stream().map(event -> Tuple.tuple(event.formerly(), 3)).toList());
    ports.events.removeAll(back);
    assertThat(told(ports)).isEqualTo(without(1));
  }

  @Test
  void a_dry_run_counts_what_the_run_after_it_hands_in_and_stores_nothing() {
    simulated.at(SimulatedMomentum.day(1));
    run(ports);
    simulated.at(SimulatedMomentum.day(8));
    int before = ports.events.size();

    Map<String, Integer> counted = feed(ports).dryRun(SimulatedMomentum.TAARNBY, momentum).events();
    assertThat(ports.events).hasSize(before);
    run(ports);

    Map<String, Integer> handedIn = new TreeMap<>();
    ports.events.subList(before, ports.events.size()).stream()
        .map(event -> event.happening().getClass().getSimpleName())
        .forEach(name -> handedIn.merge(name, 1, Integer::sum));
    assertThat(counted).isEqualTo(handedIn).isNotEmpty();
  }

  private List<CaseEvent> numbers() {
    return ports.events.stream()
        .filter(event -> event.happening() instanceof Happening.CprChanged)
        .toList();
  }

  /** Whether Momentum told everything. */
  private boolean run(Ports to) {
    return run(to, momentum);
  }

  private static boolean run(Ports to, Momentum momentum) {
    try {
      feed(to).run(SimulatedMomentum.TAARNBY, momentum);
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }

  private static MomentumFeed feed(Ports to) {
    return new MomentumFeed(
        new FeedSettings(CODES, true, 0.2, Duration.ZERO, 30, "TARGET_GROUP", "INTERVIEW_TYPE"),
        to.gateway());
  }

  private static List<String> told(Ports of) {
    return of.events.stream()
        .map(
            event ->
                String.join(
                    " ",
                    event.entityId(),
                    "" + event.version(),
                    event.occurredAt().toString(),
                    event.happening().toString(),
                    String.valueOf(event.targetGroup()),
                    event.recipient().toString()))
        .sorted()
        .toList();
  }
}

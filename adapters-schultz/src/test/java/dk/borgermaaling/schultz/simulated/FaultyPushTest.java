package dk.borgermaaling.schultz.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.schultz.FasitRedriver;
import dk.borgermaaling.simulators.fasit.FasitFault;
import dk.borgermaaling.simulators.fasit.FasitTargetGroupIds;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong on the way, the gateway ends as if nothing had. */
class FaultyPushTest {
  private static List<String> without = List.of();

  @BeforeAll
  static void nothingWrong() {
    try (Town town = new Town()) {
      without = town.tell().state();
    }
    assertThat(without).hasSizeGreaterThan(50);
    assertThat(without).anyMatch(line -> line.endsWith("unknown-target-group"));
  }

  @ParameterizedTest
  @EnumSource(value = FasitFault.class, names = "UNKNOWN_GROUP", mode = EnumSource.Mode.EXCLUDE)
  void the_end_is_the_same_with_every_fault_at_every_batch(FasitFault fault) {
    try (Town town = new Town()) {
      int times = fault == FasitFault.ANSWER_LOST ? 3 : Integer.MAX_VALUE;
      town.switches.turnOn(fault, times);

      town.tell();

      assertThat(town.fasit.times(fault)).as("it went wrong").isPositive();
      assertThat(withoutLettersOf(fault, town)).isEqualTo(without);
      int answer =
          switch (fault) {
            case WRONG_TENANT, OTHER_CERTIFICATE -> 403;
            case MALFORMED_XML, DTD -> 400;
            case HALF_THEN_RESET -> 0;
            default -> 200;
          };
      assertThat(town.fasit.answers()).allMatch(one -> one.getValue() == answer);
      assertThat(town.fasit.answers().isEmpty())
          .isEqualTo(
              fault == FasitFault.REORDERED
                  || fault == FasitFault.LATE
                  || fault == FasitFault.EXTRA_FIELDS);
    }
  }

  @Test
  void all_faults_at_once() {
    try (Town town = new Town()) {
      for (FasitFault fault : FasitFault.values()) {
        if (fault != FasitFault.UNKNOWN_GROUP) {
          town.switches.turnOn(fault, 3);
        }
      }

      town.tell();

      for (FasitFault fault : FasitFault.values()) {
        if (fault != FasitFault.UNKNOWN_GROUP) {
          assertThat(town.fasit.times(fault)).as(fault.name()).isPositive();
        }
      }
      town.tell();
      assertThat(withoutLettersOf(FasitFault.OTHER_CERTIFICATE, town)).isEqualTo(without);
    }
  }

  /** What stays for a person after the fault, and only that, taken away. */
  private static List<String> withoutLettersOf(FasitFault fault, Town town) {
    List<String> state = town.state();
    if (fault == FasitFault.OTHER_CERTIFICATE) {
      assertThat(state.remove("letter push/randers batch-refused"))
          .as("the other party has sent nothing good since")
          .isTrue();
    }
    if (fault == FasitFault.CONTRADICTING_VERSION) {
      assertThat(state.removeIf(line -> line.endsWith(" conflict"))).isTrue();
      town.switches.turnOff(fault);
      town.tell();
      assertThat(town.state()).as("told as it is stored").isEqualTo(without);
    }
    return state;
  }

  @Test
  void a_gateway_that_fails_is_told_again_until_it_gives_receipts() {
    try (Town town = new Town()) {
      Stream.of(500, 503, 0, 502, 429, 504, 0, 0, 503).forEach(town.failures::add);

      assertThat(town.tell().state()).isEqualTo(without);
      assertThat(town.failures).isEmpty();
    }
  }

  @Test
  void unknown_groups_wait_with_what_was_told_and_are_the_same_when_the_table_has_them() {
    try (Town town = new Town()) {
      town.switches.turnOn(FasitFault.UNKNOWN_GROUP, 2);
      town.tell();
      assertThat(town.fasit.times(FasitFault.UNKNOWN_GROUP)).isEqualTo(2);
      assertThat(town.state()).isNotEqualTo(without);
      int waiting = town.gateway.deadLetters.kept.size();
      assertThat(waiting).isGreaterThan(10);

      learn(town, FasitTargetGroupIds.UNKNOWN.toString());
      drive(town);

      assertThat(town.gateway.deadLetters.kept).isEmpty();
      assertThat(town.state().stream().filter(line -> line.startsWith("letter"))).isEmpty();
      assertThat(lastTold(town.state())).containsAllEntriesOf(lastTold(without));
    }
  }

  /** By entity what its highest version says happened: a version that came later stands for it. */
  private static Map<String, String> lastTold(List<String> state) {
    Map<String, Integer> versions = new TreeMap<>();
    Map<String, String> told = new TreeMap<>();
    for (String line : state) {
      String[] fields = line.split("\\|", -1);
      if (fields.length > 1 && Integer.parseInt(fields[3]) > versions.getOrDefault(fields[2], 0)) {
        versions.put(fields[2], Integer.parseInt(fields[3]));
        told.put(fields[2], fields[1] + " " + fields[4] + " " + fields[5]);
      }
    }
    return told;
  }

  private static void learn(Town town, String id) {
    town.gateway
        .database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.fasit_target_group"
                        + " VALUES ('aarhus', ?::uuid, 'LAB6', '6.6', '2020-01-01', NULL)",
                    id));
  }

  /** As the gateway does: by entity, in the order of versions, and settles what has become one. */
  private static void drive(Town town) {
    FasitRedriver redriver =
        new FasitRedriver(
            Town.TENANTS,
            town.gateway.targetGroups,
            town.gateway.intake,
            town.gateway.told,
            town.gateway.xml);
    var aarhus = Town.TENANTS.named("aarhus").orElseThrow().municipality();
    for (String entity : List.copyOf(town.gateway.deadLetters.kept.keySet())) {
      Map<Integer, Told> versions =
          town.gateway.deadLetters.kept.getOrDefault(entity, new TreeMap<>());
      for (Told told : List.copyOf(versions.values())) {
        assertThat(redriver.format()).isEqualTo(told.format());
        assertThat(redriver.drive(aarhus, told)).isNotInstanceOf(EventReceipt.Rejected.class);
      }
      town.gateway.deadLetters.settle(EventSource.FASIT, aarhus, List.of(entity));
    }
  }
}

package dk.borgermaaling.gateway.reporting.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParticipationRollUpIT {
  private final Database database = Database.fresh();
  private final SettableClock clock = SettableClock.at("2026-12-14T10:00");
  private final ParticipationRollUp rollUp = new ParticipationRollUp(database.gateway(), clock);

  @Test
  void first_messages_that_arrived_or_may_have_are_invitations() {
    invited("0461", "dagpenge", "DELIVERED");
    invited("0461", "dagpenge", "ACCEPTED");
    invited("0461", "dagpenge", "FAILED");
    invited("0461", "dagpenge", "UNKNOWN");
    invited("0185", "jobparate", "PLANNED");
    invited("0185", "dagpenge", "DELIVERED");
    assertThat(counted()).isEqualTo(Map.of("0461 dagpenge", 3, "0185 dagpenge", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PLANNED", "ACCEPTED", "DELIVERED", "UNKNOWN", "FAILED", "NOT_NEEDED"})
  void what_became_of_the_reminder_changes_nothing(String reminder) {
    invited("0461", "dagpenge", "DELIVERED", reminder);
    invited("0461", "dagpenge", "UNKNOWN", reminder);
    invited("0461", "dagpenge", "FAILED", reminder);
    assertThat(counted()).isEqualTo(Map.of("0461 dagpenge", 2));
  }

  @Test
  void who_was_asked_in_a_round_is_counted_apart() {
    invited("0461", "dagpenge", "DELIVERED");
    invited("0461", "dagpenge", "DELIVERED");
    database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE contact.invitation SET event_id = NULL, source = NULL, entity_id = NULL,"
                        + " round_id = gen_random_uuid() WHERE id = (SELECT id FROM"
                        + " contact.invitation LIMIT 1)"));
    invited("0461", "dagpenge", "UNKNOWN");
    database.transactions().runInOne(rollUp::run);
    assertThat(
            database.texts(
                "SELECT concat_ws(' ', mode, municipality_code, survey_group, invited)"
                    + " FROM report.participation"))
        .containsExactlyInAnyOrder("CONTINUOUS 0461 dagpenge 2", "ROUND 0461 dagpenge 1");
  }

  @Test
  void the_share_of_the_excluded_is_of_persons_and_of_danish_months_with_an_open_end() {
    UUID asked = invited("0461", "dagpenge", "DELIVERED");
    UUID later = invited("0461", "jobparate", "PLANNED");
    UUID withdrawn = invited("0461", "dagpenge", "PLANNED");
    UUID nextMonth = invited("0461", "dagpenge", "PLANNED");
    planned(asked, "2026-11-02T08:00:00Z", "OPEN");
    planned(later, "2026-12-31T22:59:59Z", "OPEN");
    planned(nextMonth, "2026-12-31T23:00:00Z", "PLANNED");
    planned(withdrawn, "2026-11-03T08:00:00Z", "WITHDRAWN");
    excluded("0461", withdrawn, "2026-11-01");
    excluded("0461", withdrawn, "2026-12-01");
    excluded("0461", later, "2026-11-01");
    excluded("0461", nextMonth, "2027-01-01");
    assertThat(exclusions()).containsExactly("CONTINUOUS 0461 2 3");
    assertThat(exclusions()).as("counted again").containsExactly("CONTINUOUS 0461 2 3");
    clock.set(Instant.parse("2026-12-31T23:00:00Z"));
    assertThat(exclusions()).as("the month has begun").containsExactly("CONTINUOUS 0461 3 4");
    database
        .owner()
        .useHandle(
            handle -> {
              handle.execute(
                  "INSERT INTO contact.citizen_number (municipality_code, citizen_id, now_id)"
                      + " VALUES ('0461', ?, ?)",
                  later,
                  asked);
              handle.execute("DELETE FROM contact.exclusion WHERE citizen_id = ?", withdrawn);
            });
    assertThat(exclusions())
        .as("two numbers are one person, excluded under one of them")
        .containsExactly("CONTINUOUS 0461 2 2");
  }

  private void planned(UUID invitation, String first, String state) {
    database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE contact.invitation SET planned_first = ?::timestamptz, state = ?"
                        + " WHERE id = ?",
                    first,
                    state,
                    invitation));
  }

  private void excluded(String municipality, UUID citizen, String month) {
    database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO contact.exclusion (municipality_code, citizen_id, mode, month)"
                        + " VALUES (?, ?, 'CONTINUOUS', ?::date)",
                    municipality,
                    citizen,
                    month));
  }

  private List<String> exclusions() {
    database.transactions().runInOne(rollUp::run);
    return database.texts(
        "SELECT concat_ws(' ', mode, municipality_code, excluded, concerned)"
            + " FROM report.exclusion_count");
  }

  @Test
  void counting_again_changes_nothing_and_what_is_gone_becomes_zero() {
    invited("0461", "dagpenge", "DELIVERED");
    assertThat(counted()).isEqualTo(Map.of("0461 dagpenge", 1));
    assertThat(counted()).isEqualTo(Map.of("0461 dagpenge", 1));
    database.owner().useHandle(handle -> handle.execute("DELETE FROM contact.notification"));
    assertThat(counted()).isEqualTo(Map.of("0461 dagpenge", 0));
  }

  @Test
  void opt_outs_are_counted_by_municipality_and_what_is_gone_becomes_zero() {
    optedOut("0461", "SAFETY");
    optedOut("0461", "ASKED_BY_CITIZEN");
    optedOut("0185", "ASKED_BY_CITIZEN");
    assertThat(optOuts()).isEqualTo(Map.of("0461", 2, "0185", 1));
    assertThat(optOuts()).isEqualTo(Map.of("0461", 2, "0185", 1));
    database
        .owner()
        .useHandle(
            handle ->
                handle.execute("DELETE FROM contact.opt_out WHERE municipality_code = '0185'"));
    assertThat(optOuts()).isEqualTo(Map.of("0461", 2, "0185", 0));
  }

  @Test
  void the_report_role_reads_the_number_of_opt_outs_and_nobody_who_is_behind_it() {
    optedOut("0461", "SAFETY");
    assertThatThrownBy(
            () ->
                database
                    .report()
                    .useHandle(handle -> handle.execute("SELECT 1 FROM contact.opt_out")))
        .hasMessageContaining("permission denied");
  }

  /** As the report role reads them. */
  private Map<String, Integer> optOuts() {
    database.transactions().runInOne(rollUp::run);
    return new SqlResultStore(database.report()).read(SamplingMode.CONTINUOUS).optOuts();
  }

  private void optedOut(String municipality, String reason) {
    UUID citizen = UUID.randomUUID();
    database
        .owner()
        .useHandle(
            handle -> {
              handle.execute(
                  "INSERT INTO contact.citizen (id, kind, sealed, lookup) VALUES (?, 'CPR', '\\x00', ?)",
                  citizen,
                  citizen.toString());
              handle.execute(
                  "INSERT INTO contact.opt_out (municipality_code, citizen_id, reason, made_at)"
                      + " VALUES (?, ?, ?, now())",
                  municipality,
                  citizen,
                  reason);
            });
  }

  private Map<String, Integer> counted() {
    database.transactions().runInOne(rollUp::run);
    Map<String, Integer> counted = new TreeMap<>();
    database
        .report()
        .useHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT municipality_code || ' ' || survey_group AS cell, invited"
                            + " FROM report.participation")
                    .map((row, context) -> Map.entry(row.getString("cell"), row.getInt("invited")))
                    .forEach(entry -> counted.put(entry.getKey(), entry.getValue())));
    return counted;
  }

  private UUID invited(String municipality, String group, String first) {
    return invited(municipality, group, first, "DELIVERED");
  }

  private UUID invited(String municipality, String group, String first, String reminder) {
    UUID id = UUID.randomUUID();
    database
        .owner()
        .useHandle(
            handle -> {
              handle.execute(
                  "INSERT INTO contact.citizen (id, kind, sealed, lookup) VALUES (?, 'CPR', '\\x00', ?)",
                  id,
                  id.toString().getBytes(StandardCharsets.UTF_8));
              handle.execute(
                  "INSERT INTO contact.invitation (municipality_code, id, citizen_id, survey_group,"
                      + " event_id, source, entity_id, planned_first, closes_at, state, stopped,"
                      + " answered) VALUES (?, ?, ?, ?, ?, 'FASIT', ?, now(), now(), 'OPEN', false,"
                      + " false)",
                  municipality,
                  id,
                  id,
                  group,
                  UUID.randomUUID(),
                  id.toString());
              for (String step : new String[] {"first", "reminder-1"}) {
                handle.execute(
                    "INSERT INTO contact.notification (municipality_code, id, invitation_id, step,"
                        + " planned_for, state, channel, channels, message_uuid, transaction_id, attempts)"
                        + " VALUES (?, ?, ?, ?, now(), ?, 'DIGITAL_POST', 'DIGITAL_POST', ?, ?, 1)",
                    municipality,
                    UUID.randomUUID(),
                    id,
                    step,
                    step.equals("first") ? first : reminder,
                    UUID.randomUUID(),
                    UUID.randomUUID());
              }
            });
    return id;
  }
}

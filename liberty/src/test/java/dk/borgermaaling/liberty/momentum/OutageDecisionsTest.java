package dk.borgermaaling.liberty.momentum;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.jpa.SqlFeedMemory;
import dk.borgermaaling.gateway.caseevent.jpa.SqlFeedStates;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import dk.borgermaaling.kmd.FeedSettings;
import dk.borgermaaling.kmd.Gateway;
import dk.borgermaaling.kmd.Momentum;
import dk.borgermaaling.kmd.MomentumFeed;
import dk.borgermaaling.simulators.momentum.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Momentum is read once a day of the story, by a gateway with a real database, and in a second one
 * all but the day on which it does not answer.
 */
class OutageDecisionsTest {
  private static final int FIRST = 6;
  private static final int OUTAGE = 8;
  private static final int LAST = 10;
  private static final List<String> CODES =
      List.of("6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7", "6.8", "6.9", "6.10", "6.11");

  private static @TempDir Path certificates;

  @Test
  void after_a_day_without_momentum_the_same_is_decided_and_the_same_are_invited()
      throws IOException {
    try (SimulatedMomentum simulated = new SimulatedMomentum(certificates)) {
      Followed without = new Followed(simulated);
      Followed with = new Followed(simulated);
      for (int day = FIRST; day <= LAST; day++) {
        simulated.at(SimulatedMomentum.day(day));
        assertThat(without.day(day)).isTrue();
        if (day == OUTAGE) {
          simulated.faults().turnOn(Fault.RESET);
        }
        assertThat(with.day(day)).isEqualTo(day != OUTAGE);
        simulated.faults().turnOff(Fault.RESET);
      }

      assertThat(with.decided()).isEqualTo(without.decided()).hasSizeGreaterThan(100);
      assertThat(with.invited()).isEqualTo(without.invited()).hasSizeGreaterThan(10);
      assertThat(with.onTheOutage()).isZero();
      assertThat(without.onTheOutage()).isPositive();
    }
  }

  private static final class Followed {
    private final CoreFixture core = new CoreFixture(new RecordedNotificationPlan());
    private final Momentum momentum;
    private final MomentumFeed feed;

    Followed(SimulatedMomentum simulated) {
      momentum = simulated.client();
      core.database
          .owner()
          .useHandle(
              handle ->
                  handle.execute(
                      "INSERT INTO ops.service_agreement"
                          + " (municipality_code, valid_from, quarantine_across)"
                          + " VALUES ('0185', ?, false)",
                      LocalDate.of(2026, 1, 1)));
      core.municipalities.refresh();
      feed =
          new MomentumFeed(
              new FeedSettings(
                  CODES, true, 0.2, Duration.ZERO, 30, "TARGET_GROUP", "INTERVIEW_TYPE"),
              new Gateway(
                  core.municipalities,
                  core.surveyGroups,
                  core.clock,
                  Clock.systemUTC(),
                  new SqlFeedMemory(core.database.gateway()),
                  new SqlFeedStates(core.database.gateway()),
                  core.vault,
                  core.intake,
                  core.letters,
                  core.database.transactions()));
    }

    /** Whether Momentum told everything. */
    boolean day(int day) {
      core.clock.set(SimulatedMomentum.day(day));
      core.sendWhatIsDue();
      try {
        feed.run(SimulatedMomentum.TAARNBY, momentum);
        core.processOnce();
        return true;
      } catch (ProblemException e) {
        return false;
      }
    }

    /** Every event with its decision; the end of a course without its day, see the documents. */
    List<String> decided() {
      return core.database.texts(
          "SELECT concat_ws(' ', e.entity_id, e.version, e.happening, e.group_system, e.group_code,"
              + " CASE WHEN e.happening <> 'COURSE_ENDED' THEN e.happened_on END,"
              + " e.conversation_type, d.outcome, d.reason, d.survey_group)"
              + " FROM intake.case_event e JOIN intake.decision d USING (municipality_code, event_id)"
              + " ORDER BY 1");
    }

    /** By what they were asked about; when, is by the day of the decision. */
    List<String> invited() {
      return core.database.texts(
          "SELECT concat_ws(' ', entity_id, survey_group, stopped, state = 'WITHDRAWN')"
              + " FROM contact.invitation ORDER BY 1");
    }

    int onTheOutage() {
      return core.database
          .texts(
              "SELECT event_id::text FROM intake.decision WHERE decided_at::date = '"
                  + LocalDate.ofInstant(SimulatedMomentum.day(OUTAGE), ZoneOffset.UTC)
                  + "'")
          .size();
    }
  }
}

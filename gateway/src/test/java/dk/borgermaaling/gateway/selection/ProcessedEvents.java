package dk.borgermaaling.gateway.selection;

import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Events;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Events go in and are processed, on a database of their own. */
abstract class ProcessedEvents {
  static final String CPR = "6701809995";
  static final LocalDate LONG_AGO = LocalDate.of(2026, 6, 1);
  static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
  static final LocalDate THURSDAY = WEDNESDAY.plusDays(1);
  static final LocalDate FRIDAY = WEDNESDAY.plusDays(2);

  final RecordedNotificationPlan plan = new RecordedNotificationPlan();
  final CoreFixture core = new CoreFixture(plan);

  static Events inGroup(String code) {
    return Events.of(ODENSE, CPR).group(code, LONG_AGO);
  }

  void accept(CaseEvent... events) {
    assertThat(core.intake.register(List.of(events)))
        .allMatch(EventReceipt.Stored.class::isInstance);
    core.processAll();
  }

  String outcomeOf(CaseEvent event) {
    return core.database
        .texts(
            "SELECT coalesce(reason, outcome || ' ' || survey_group) FROM intake.decision"
                + " WHERE event_id = '"
                + event.eventId()
                + "'")
        .get(0);
  }

  List<String> invitationStates() {
    return core.database.texts(
        "SELECT i.state FROM contact.invitation i JOIN intake.case_event e"
            + " USING (municipality_code, event_id) ORDER BY e.occurred_at, e.arrival");
  }

  int decisions() {
    return core.database.count("intake.decision");
  }

  static Instant danish(String time) {
    return LocalDateTime.parse(time).atZone(BusinessClock.DENMARK).toInstant();
  }
}

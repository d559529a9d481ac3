package dk.borgermaaling.gateway.caselist;

import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.Events;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListDecisionsTest {
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

  private final ListFixture fromList = new ListFixture();
  private final RecordedNotificationPlan plan = new RecordedNotificationPlan();
  private final CoreFixture fromFeed = new CoreFixture(plan);
  private final List<CaseEvent> told = new ArrayList<>();

  @Test
  void a_list_leads_to_the_decisions_and_invitations_of_a_feed_that_tells_the_same() {
    fromList.registered(
        ODENSE,
        "CPR;Målgruppe;Målgruppe start;Samtaletype;Samtaledato;Samtaleform;Forløbsslut;Aktør",
        // invited
        "6701809995;6.7;01-06-2026;7;18-11-2026;Personligt;;Kommunen",
        // course of the unemployment fund
        "6702809994;6.1;01-06-2026;7;18-11-2026;Personligt;;A-kasse",
        // no trigger in the group
        "6703809993;6.6;01-06-2026;7;18-11-2026;Personligt;;",
        // too short in the group
        "6704809992;6.6;01-11-2026;4;18-11-2026;Personligt;;",
        // known and not surveyed
        "6705809991;6.9;01-06-2026;7;18-11-2026;Personligt;;",
        // under 18: born in 2012
        "670612-5990;6.2;01-06-2026;7;18-11-2026;Personligt;;",
        // too late
        "6707809989;6.2;01-06-2026;7;01-10-2026;Personligt;;",
        // conversation and end of the course: the second meets an open invitation
        "6708809988;6.2;01-06-2026;7;18-11-2026;Personligt;20-11-2026;",
        // the group alone
        "6709809987;6.3;01-06-2026;;;;;",
        // the course ended, no group known
        "6710809986;;;;;;20-11-2026;");
    fromList.core.processAll();

    tell("6701809995", "6.7", JUNE, 7, WEDNESDAY, ResponsibleActor.MUNICIPALITY);
    tell("6702809994", "6.1", JUNE, 7, WEDNESDAY, ResponsibleActor.UNEMPLOYMENT_FUND);
    tell("6703809993", "6.6", JUNE, 7, WEDNESDAY, null);
    tell("6704809992", "6.6", LocalDate.of(2026, 11, 1), 4, WEDNESDAY, null);
    tell("6705809991", "6.9", JUNE, 7, WEDNESDAY, null);
    tell("6706125990", "6.2", JUNE, 7, WEDNESDAY, null);
    tell("6707809989", "6.2", JUNE, 7, LocalDate.of(2026, 10, 1), null);
    tell("6708809988", "6.2", JUNE, 7, WEDNESDAY, null);
    told.add(
        feed("6708809988")
            .group("6.2", JUNE)
            .event(new Happening.CourseEnded(LocalDate.of(2026, 11, 20))));
    told.add(feed("6709809987").group("6.3", JUNE).event(new Happening.TargetGroupStarted(JUNE)));
    told.add(feed("6710809986").event(new Happening.CourseEnded(LocalDate.of(2026, 11, 20))));
    assertThat(fromFeed.intake.register(told)).allMatch(EventReceipt.Stored.class::isInstance);
    fromFeed.processAll();

    List<String> decisions = decisions(fromList.core.database);
    assertThat(decisions).isEqualTo(decisions(fromFeed.database));
    assertThat(decisions).hasSize(told.size());
    assertThat(decisions)
        .anyMatch(row -> row.contains("INVITED"))
        .anyMatch(row -> row.contains("UNDER_18"))
        .anyMatch(row -> row.contains("TOO_LATE"))
        .anyMatch(row -> row.contains("OPEN_INVITATION"));
    assertThat(invitations(fromList.core.database)).isEqualTo(invitations(fromFeed.database));
    assertThat(fromList.plan.planned()).hasSameSizeAs(plan.planned()).isNotEmpty();
  }

  private void tell(
      String cpr,
      String group,
      LocalDate from,
      int type,
      LocalDate held,
      @org.jspecify.annotations.Nullable ResponsibleActor actor) {
    told.add(feed(cpr).group(group, from).event(new Happening.TargetGroupStarted(from)));
    Events conversation = feed(cpr).group(group, from);
    told.add((actor == null ? conversation : conversation.heldBy(actor)).held(type, held));
  }

  private static Events feed(String cpr) {
    return Events.of(ODENSE, cpr).at(LocalTime.MIDNIGHT);
  }

  /** Without what differs by nature: ids, and the source. */
  private static List<String> decisions(Database database) {
    return database.texts(
        """
        SELECT concat_ws(' ', e.happening, e.happened_on, e.occurred_at, e.group_code, d.outcome,
                         d.reason, d.survey_group, d.facts::text) AS row
        FROM intake.decision d JOIN intake.case_event e USING (municipality_code, event_id)
        ORDER BY row
        """);
  }

  private static List<String> invitations(Database database) {
    return database.texts(
        """
        SELECT concat_ws(' ', survey_group, planned_first, closes_at, state, stopped) AS row
        FROM contact.invitation ORDER BY row
        """);
  }
}

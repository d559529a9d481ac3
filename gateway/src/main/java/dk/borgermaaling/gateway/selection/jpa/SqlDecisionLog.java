package dk.borgermaaling.gateway.selection.jpa;

import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.selection.Decision;
import dk.borgermaaling.gateway.selection.DecisionLog;
import dk.borgermaaling.gateway.selection.ProjectedCourse;
import dk.borgermaaling.gateway.selection.StopReason;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/** Decisions in {@code intake.decision}, courses in {@code contact.citizen_course}. */
public final class SqlDecisionLog implements DecisionLog {
  private final Jdbi jdbi;

  public SqlDecisionLog(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void decided(StoredCaseEvent event, Decision decision, Instant at) {
    StopReason reason = decision.reason();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO intake.decision (municipality_code, event_id, outcome, reason,
                      survey_group, rule_version, facts, decided_at)
                    VALUES (:municipality, :event, :outcome, :reason, :group, :rules,
                      jsonb_object(:names, :facts), :at)
                    """)
                .bind("municipality", event.municipality().value())
                .bind("event", event.eventId())
                .bind("outcome", decision.invites() ? "INVITED" : "STOPPED")
                .bind("reason", reason == null ? null : reason.name())
                .bind("group", decision.surveyGroup())
                .bind("rules", Decision.RULE_VERSION)
                .bindArray("names", String.class, decision.facts().keySet())
                .bindArray("facts", String.class, decision.facts().values())
                .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute());
  }

  @Override
  public void projected(StoredCaseEvent event, ProjectedCourse course) {
    TargetGroupCode group = course.group();
    var actor = course.course().responsibleActor();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO contact.citizen_course (municipality_code, citizen_id, group_system,
                      group_code, group_start, group_ended, course_start, responsible_actor, died_on,
                      moved_on, exempted_on)
                    VALUES (:municipality, :citizen, :system, :code, :start, :ended, :course, :actor,
                      :died, :moved, :exempted)
                    ON CONFLICT (municipality_code, citizen_id) DO UPDATE SET
                      group_system = excluded.group_system, group_code = excluded.group_code,
                      group_start = excluded.group_start, group_ended = excluded.group_ended,
                      course_start = excluded.course_start,
                      responsible_actor = excluded.responsible_actor, died_on = excluded.died_on,
                      moved_on = excluded.moved_on, exempted_on = excluded.exempted_on
                    """)
                .bind("municipality", event.municipality().value())
                .bind("citizen", event.citizen().value())
                .bind("system", group == null ? null : group.system())
                .bind("code", group == null ? null : group.code())
                .bind("start", group == null ? null : group.startDate())
                .bind("ended", course.groupEnded())
                .bind("course", course.course().startDate())
                .bind("actor", actor == null ? null : actor.name())
                .bind("died", course.diedOn())
                .bind("moved", course.movedOn())
                .bind("exempted", course.exemptedOn())
                .execute());
  }
}

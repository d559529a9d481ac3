package dk.borgermaaling.gateway.selection.jpa;

import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.jpa.TextColumns;
import dk.borgermaaling.gateway.selection.Decision;
import dk.borgermaaling.gateway.selection.DecisionLog;
import dk.borgermaaling.gateway.selection.ProjectedCourse;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Decisions in {@code intake.decision}, courses in {@code contact.citizen_course}; many of them are
 * one statement.
 */
public final class SqlDecisionLog implements DecisionLog {
  private static final String DECIDED =
      """
      INSERT INTO intake.decision (municipality_code, event_id, outcome, reason, survey_group,
        inclusion_probability, rule_version, facts, decided_at)
      SELECT municipality, event::uuid, CASE WHEN reason IS NULL THEN 'INVITED' ELSE 'STOPPED' END,
        reason, survey_group, probability::double precision, :rules, facts::jsonb, at::timestamptz
      FROM unnest(:municipality, :event, :reason, :survey_group, :probability, :facts, :at)
        AS t (municipality, event, reason, survey_group, probability, facts, at)
      """;
  private static final String PROJECTED =
      """
      INSERT INTO contact.citizen_course (municipality_code, citizen_id, group_system, group_code,
        group_start, group_ended, course_start, responsible_actor, conversation_on, course_ended_on,
        died_on, moved_on, exempted_on, protected_on)
      SELECT municipality, citizen::uuid, system, code, start::date, ended::date, course::date, actor,
        conversation::date, course_ended::date, died::date, moved::date, exempted::date,
        protected::date
      FROM unnest(:municipality, :citizen, :system, :code, :start, :ended, :course, :actor,
                  :conversation, :course_ended, :died, :moved, :exempted, :protected)
        AS t (municipality, citizen, system, code, start, ended, course, actor, conversation,
              course_ended, died, moved, exempted, protected)
      ON CONFLICT (municipality_code, citizen_id) DO UPDATE SET
        group_system = excluded.group_system, group_code = excluded.group_code,
        group_start = excluded.group_start, group_ended = excluded.group_ended,
        course_start = excluded.course_start, responsible_actor = excluded.responsible_actor,
        conversation_on = excluded.conversation_on, course_ended_on = excluded.course_ended_on,
        died_on = excluded.died_on, moved_on = excluded.moved_on,
        exempted_on = excluded.exempted_on, protected_on = excluded.protected_on
      """;

  private final Jdbi jdbi;

  public SqlDecisionLog(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void decided(List<Decided> decisions) {
    if (decisions.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          Update update = handle.createUpdate(DECIDED).bind("rules", Decision.RULE_VERSION);
          TextColumns.bind(update, "municipality", decisions, one -> one.event().municipality());
          TextColumns.bind(update, "event", decisions, one -> one.event().eventId());
          TextColumns.bind(update, "reason", decisions, one -> one.decision().reason());
          TextColumns.bind(update, "survey_group", decisions, one -> one.decision().surveyGroup());
          TextColumns.bind(update, "probability", decisions, one -> probability(one.decision()));
          TextColumns.bind(update, "facts", decisions, one -> Facts.json(one.decision().facts()));
          TextColumns.bind(update, "at", decisions, one -> one.at().atOffset(ZoneOffset.UTC));
          update.execute();
        });
  }

  private static @Nullable Double probability(Decision decision) {
    return decision.reachedTheDraw() ? decision.probability() : null;
  }

  @Override
  public void projected(Collection<Projected> courses) {
    if (courses.isEmpty()) {
      return;
    }
    List<Projected> all = List.copyOf(courses);
    jdbi.useHandle(
        handle -> {
          Update update = handle.createUpdate(PROJECTED);
          TextColumns.bind(update, "municipality", all, Projected::municipality);
          TextColumns.bind(update, "citizen", all, Projected::citizen);
          TextColumns.bind(update, "system", all, group(TargetGroupCode::system));
          TextColumns.bind(update, "code", all, group(TargetGroupCode::code));
          TextColumns.bind(update, "start", all, group(TargetGroupCode::startDate));
          TextColumns.bind(update, "ended", all, course(ProjectedCourse::groupEnded));
          TextColumns.bind(update, "course", all, course(one -> one.course().startDate()));
          TextColumns.bind(update, "actor", all, course(SqlDecisionLog::actor));
          TextColumns.bind(update, "conversation", all, course(ProjectedCourse::conversationOn));
          TextColumns.bind(update, "course_ended", all, course(ProjectedCourse::courseEndedOn));
          TextColumns.bind(update, "died", all, course(ProjectedCourse::diedOn));
          TextColumns.bind(update, "moved", all, course(ProjectedCourse::movedOn));
          TextColumns.bind(update, "exempted", all, course(ProjectedCourse::exemptedOn));
          TextColumns.bind(update, "protected", all, course(ProjectedCourse::protectedOn));
          update.execute();
        });
  }

  private static @Nullable ResponsibleActor actor(ProjectedCourse course) {
    return course.course().responsibleActor();
  }

  private static Function<Projected, @Nullable Object> course(
      Function<ProjectedCourse, @Nullable Object> part) {
    return projected -> part.apply(projected.course());
  }

  private static Function<Projected, @Nullable Object> group(
      Function<TargetGroupCode, Object> part) {
    return projected -> {
      TargetGroupCode group = projected.course().group();
      return group == null ? null : part.apply(group);
    };
  }
}

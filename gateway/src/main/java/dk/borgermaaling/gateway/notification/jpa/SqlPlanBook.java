package dk.borgermaaling.gateway.notification.jpa;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.invitation.Channels;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.SendWindow;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.Notification;
import dk.borgermaaling.gateway.notification.NotificationId;
import dk.borgermaaling.gateway.notification.NotificationLedger;
import dk.borgermaaling.gateway.notification.NotificationState;
import dk.borgermaaling.gateway.notification.PlanBook;
import dk.borgermaaling.gateway.notification.PlanView;
import dk.borgermaaling.gateway.notification.PlanView.Edit;
import dk.borgermaaling.gateway.notification.PlanView.PlannedRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Plans in {@code contact.notification}, with what operators changed in {@code contact.plan_edit}.
 * The latter is written and shown whatever has become of a step, the former only changed while the
 * step waits.
 */
public final class SqlPlanBook implements PlanBook {
  /** The reason of a step that an operator took out of the plan. */
  public static final String TAKEN_OUT = "TAKEN_OUT_OF_PLAN";

  private static final String STEPS =
      """
      SELECT n.id, n.step, n.send_window, coalesce(e.planned_for, n.planned_for) AS planned_for,
        coalesce(e.channels, n.channels) AS channels, coalesce(e.taken_out, false) AS taken_out,
        e.reason, e.edited_by, e.edited_at
      FROM contact.notification n
      LEFT JOIN LATERAL (
        SELECT * FROM contact.plan_edit e
        WHERE e.municipality_code = n.municipality_code AND e.invitation_id = n.invitation_id
          AND e.step = n.step
        ORDER BY e.number DESC LIMIT 1) e ON true
      WHERE n.municipality_code = :municipality AND n.invitation_id = :invitation
      ORDER BY n.step
      """;
  private static final String INVITATION =
      """
      SELECT survey_group, closes_at, state, stopped,
        EXISTS (SELECT 1 FROM contact.notification n
          WHERE n.municipality_code = i.municipality_code AND n.invitation_id = i.id
            AND n.step = 'first' AND n.state = 'PLANNED' AND NOT n.resent
            AND n.channel = split_part(n.channels, ',', 1)) AS first_waits
      FROM contact.invitation i WHERE municipality_code = :municipality AND id = :invitation
      """;
  private static final String KEEP =
      """
      INSERT INTO contact.plan_edit (municipality_code, invitation_id, step, number, planned_for,
        channels, taken_out, reason, edited_by, edited_at)
      SELECT :municipality, :invitation, :step, count(*) + 1, :planned, :channels, :out, :reason,
        :by, :at
      FROM contact.plan_edit
      WHERE municipality_code = :municipality AND invitation_id = :invitation AND step = :step
      """;

  /** A step that may have reached somebody, or is past its first channel, keeps its channels. */
  private static final String CHANGE =
      """
      UPDATE contact.notification
      SET planned_for = :planned, channels = :channels, channel = split_part(:channels, ',', 1)
      WHERE municipality_code = :municipality AND id = :id AND state = 'PLANNED' AND NOT resent
        AND channel = split_part(channels, ',', 1)
      """;

  private final Jdbi jdbi;
  private final NotificationLedger ledger;
  private final BiConsumer<NotificationId, Instant> reschedule;
  private final Clock real;

  /**
   * @param reschedule has a step looked at when a business instant has come
   */
  public SqlPlanBook(
      Jdbi gateway,
      NotificationLedger ledger,
      BiConsumer<NotificationId, Instant> reschedule,
      Clock real) {
    this.jdbi = gateway;
    this.ledger = ledger;
    this.reschedule = reschedule;
    this.real = real;
  }

  @Override
  public List<InvitationId> ofCitizen(MunicipalityCode municipality, CitizenId citizen) {
    return invitations(
        "WHERE municipality_code = :municipality AND citizen_id = CAST(:value AS uuid)",
        municipality,
        citizen.value().toString());
  }

  @Override
  public List<InvitationId> ofCase(MunicipalityCode municipality, String entityId) {
    return invitations(
        "WHERE municipality_code = :municipality AND entity_id = :value", municipality, entityId);
  }

  private List<InvitationId> invitations(
      String condition, MunicipalityCode municipality, String value) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM contact.invitation "
                        + condition
                        + " ORDER BY planned_first DESC, id LIMIT 50")
                .bind("municipality", municipality.value())
                .bind("value", value)
                .mapTo(UUID.class)
                .map(InvitationId::new)
                .list());
  }

  @Override
  public Optional<PlanView> find(MunicipalityCode municipality, InvitationId invitation) {
    return read(municipality, invitation, "");
  }

  @Override
  public Optional<PlanView> lock(MunicipalityCode municipality, InvitationId invitation) {
    return read(municipality, invitation, " FOR UPDATE OF i");
  }

  private Optional<PlanView> read(
      MunicipalityCode municipality, InvitationId invitation, String locking) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(INVITATION + locking)
                .bind("municipality", municipality.value())
                .bind("invitation", invitation.value())
                .map(
                    (row, context) ->
                        new PlanView(
                            invitation,
                            municipality,
                            row.getString("survey_group"),
                            row.getObject("closes_at", OffsetDateTime.class).toInstant(),
                            row.getString("state").equals("WITHDRAWN") || row.getBoolean("stopped"),
                            row.getBoolean("first_waits"),
                            steps(municipality, invitation)))
                .findOne());
  }

  private List<PlannedRow> steps(MunicipalityCode municipality, InvitationId invitation) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(STEPS)
                .bind("municipality", municipality.value())
                .bind("invitation", invitation.value())
                .map((row, context) -> step(municipality, row))
                .list());
  }

  private static PlannedRow step(MunicipalityCode municipality, ResultSet row) throws SQLException {
    String channels = row.getString("channels");
    @Nullable String window = row.getString("send_window");
    @Nullable String reason = row.getString("reason");
    return new PlannedRow(
        new NotificationId(municipality, row.getObject("id", UUID.class)),
        new Step(row.getString("step")),
        row.getObject("planned_for", OffsetDateTime.class).toInstant(),
        window == null ? SendWindow.STANDARD : SendWindow.parse(window),
        Channels.read(channels)
            .orElseThrow(() -> new IllegalStateException("no channels: " + channels)),
        row.getBoolean("taken_out"),
        reason == null
            ? null
            : new Edit(
                reason,
                row.getString("edited_by"),
                row.getObject("edited_at", OffsetDateTime.class).toInstant()));
  }

  @Override
  public boolean change(PlanView plan, PlannedRow step, Change change) {
    boolean changed =
        change.takenOut()
            ? ledger.<Boolean>change(step.id(), one -> isPlanned(one) && one.withdraw(TAKEN_OUT))
            : move(step, change);
    if (changed || step.step().isReminder()) {
      keep(plan, step, change);
    }
    return changed;
  }

  private static boolean isPlanned(Notification one) {
    return one.facts().state() == NotificationState.PLANNED;
  }

  private boolean move(PlannedRow step, Change change) {
    int changed =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(CHANGE)
                    .bind("municipality", step.id().municipality().value())
                    .bind("id", step.id().value())
                    .bind("planned", change.plannedFor().atOffset(ZoneOffset.UTC))
                    .bind("channels", Channels.text(change.channels()))
                    .execute());
    if (changed == 1) {
      reschedule.accept(step.id(), change.plannedFor());
    }
    return changed == 1;
  }

  private void keep(PlanView plan, PlannedRow step, Change change) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(KEEP)
                .bind("municipality", plan.municipality().value())
                .bind("invitation", plan.invitation().value())
                .bind("step", step.step().name())
                .bind("planned", change.plannedFor().atOffset(ZoneOffset.UTC))
                .bind("channels", Channels.text(change.channels()))
                .bind("out", change.takenOut())
                .bind("reason", change.reason())
                .bind("by", change.by())
                .bind("at", real.instant().atOffset(ZoneOffset.UTC))
                .execute());
  }
}

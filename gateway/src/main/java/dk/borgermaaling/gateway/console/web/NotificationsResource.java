package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.console.MessageLog;
import dk.borgermaaling.gateway.console.Road;
import dk.borgermaaling.gateway.console.Stretch;
import dk.borgermaaling.gateway.console.TakenBackLog;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.NotificationId;
import dk.borgermaaling.gateway.notification.NotificationOverview;
import dk.borgermaaling.gateway.notification.NotificationOverview.FirstMessage;
import dk.borgermaaling.gateway.notification.ResendStep;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * First messages of one municipality, person by person; of reminders only how many were planned. A
 * message of unknown outcome can be sent again, which is noted. Operators only.
 */
@Dependent
@StaffOnly
@OperatorsOnly
@Path("/console/notifications")
public class NotificationsResource {
  private static final String PAGE = "/console/notifications";
  private static final String TROUBLED = "troubled";
  private final Road road;
  private final NotificationOverview overview;
  private final MessageLog messages;
  private final TakenBackLog takenBack;
  private final Places places;
  private final StaffPages pages;
  private final SeenNotes seen;
  private final ResendStep resend;

  @Inject
  public NotificationsResource(
      Road road,
      NotificationOverview overview,
      MessageLog messages,
      TakenBackLog takenBack,
      Places places,
      StaffPages pages,
      SeenNotes seen,
      ResendStep resend) {
    this.road = road;
    this.overview = overview;
    this.messages = messages;
    this.takenBack = takenBack;
    this.places = places;
    this.pages = pages;
    this.seen = seen;
    this.resend = resend;
  }

  /**
   * Sends a first message of unknown outcome again, with the same identifiers.
   *
   * @param id of the notification
   */
  @POST
  @Path("resend")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response resend(
      @FormParam("municipality") @DefaultValue("") String municipality,
      @FormParam("id") @DefaultValue("") String id,
      @Context SecurityContext security) {
    MunicipalityCode code = Filter.code(municipality);
    UUID value = uuid(id);
    if (code == null || value == null || !overview.isFirst(new NotificationId(code, value))) {
      return pages.notFound();
    }
    NotificationId notification = new NotificationId(code, value);
    boolean done = resend.resend(notification);
    if (done) {
      seen.note(Staff.in(security), AuditLog.Action.RESENT_MESSAGE, code, notification.toString());
    }
    return Response.seeOther(
            UriBuilder.fromPath(PAGE)
                .queryParam("municipality", code.value())
                .queryParam("show", TROUBLED)
                .queryParam("resent", done ? "yes" : "no")
                .build())
        .header("Cache-Control", "no-store")
        .build();
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * The list.
   *
   * @param resent {@code yes} or {@code no} right after somebody had a message sent again
   */
  @GET
  public Response show(
      @QueryParam("municipality") @DefaultValue("") String municipality,
      @QueryParam("show") @DefaultValue("") String show,
      @QueryParam("skip") @DefaultValue("") String skip,
      @QueryParam("resent") @DefaultValue("") String resent,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    SortedMap<MunicipalityCode, Stretch> stretches = road.stretches();
    Optional<MunicipalityCode> asked = Optional.ofNullable(Filter.code(municipality));
    MunicipalityCode chosen =
        asked.orElseGet(() -> stretches.isEmpty() ? places.first() : stretches.firstKey());
    seen.note(staff, chosen);
    int offset = Filter.skip(skip);
    boolean troubled = show.equals(TROUBLED);
    List<FirstMessage> found =
        troubled
            ? overview.troubled(chosen, Filter.PAGE + 1, offset)
            : overview.firstMessages(chosen, Filter.PAGE + 1, offset);
    List<FirstMessage> page = Filter.page(found);
    List<InvitationId> invitations = page.stream().map(FirstMessage::invitation).toList();
    Map<InvitationId, UUID> citizens = messages.citizens(chosen, invitations);
    Map<InvitationId, TakenBackLog.Marked> back = takenBack.of(chosen, invitations);
    return pages.page(
        staff,
        PAGE,
        "console/notifications.jte",
        Map.of(
            "place",
            places.name(chosen.value()),
            "code",
            chosen.value(),
            "resent",
            resent,
            "counts",
            stretches.entrySet().stream()
                .map(
                    entry ->
                        RoadRow.of(
                            entry.getKey().value(),
                            places.name(entry.getKey().value()),
                            entry.getValue()))
                .toList(),
            "rows",
            page.stream()
                .map(
                    message ->
                        MessageRow.of(
                            message,
                            back.get(message.invitation()),
                            citizens.get(message.invitation())))
                .toList(),
            "municipalities",
            places.only(chosen.value()),
            "troubled",
            troubled,
            "paging",
            new Filter(PAGE)
                .with("municipality", chosen.value())
                .with("show", troubled ? TROUBLED : "")
                .pagingBySkip(offset, found.size())));
  }
}

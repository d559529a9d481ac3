package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.console.PlanDesk;
import dk.borgermaaling.gateway.invitation.Channels;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.notification.PlanView;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The plan of one invitation, and changing what has not left. The reference is posted, because it
 * may be a CPR number, which never stands in an address. Operators only.
 */
@Dependent
@StaffOnly
@OperatorsOnly
@Path("/console/sending/plan")
public class SendingPlanResource {
  private static final int LONGEST = 100;

  private final PlanDesk desk;
  private final CitizenVault vault;
  private final Transactions transactions;
  private final Places places;
  private final StaffPages pages;
  private final BusinessClock business;

  @Inject
  public SendingPlanResource(
      PlanDesk desk,
      CitizenVault vault,
      Transactions transactions,
      Places places,
      StaffPages pages,
      BusinessClock business) {
    this.desk = desk;
    this.vault = vault;
    this.transactions = transactions;
    this.places = places;
    this.pages = pages;
    this.business = business;
  }

  /**
   * The plan.
   *
   * @param done what was changed is said once
   */
  @GET
  public Response show(
      @QueryParam("municipality") @DefaultValue("") String municipality,
      @QueryParam("invitation") @DefaultValue("") String invitation,
      @QueryParam("done") @DefaultValue("") String done,
      @Context SecurityContext security) {
    return page(Staff.in(security), municipality, invitation, "", !done.isEmpty());
  }

  @POST
  public Response find(
      @FormParam("municipality") @DefaultValue("") String municipality,
      @FormParam("reference") @DefaultValue("") String reference,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    MunicipalityCode code = Filter.code(municipality);
    String asked = reference.strip();
    boolean usable = !asked.isEmpty() && asked.length() <= LONGEST && asked.indexOf('\0') < 0;
    List<InvitationId> found = code != null && usable ? found(code, asked, staff) : List.of();
    if (code != null && found.size() == 1) {
      return to(code.value(), found.get(0).toString(), false);
    }
    return pages.page(
        staff,
        SendingResource.PAGE,
        "console/sending-found.jte",
        Map.of(
            "municipality", municipality,
            "towns", places.only(municipality),
            "found", found.stream().map(InvitationId::toString).toList()));
  }

  /** By our own ids or a number first, then by the case system's id. */
  private List<InvitationId> found(MunicipalityCode municipality, String reference, Staff staff) {
    UUID id = SendingResource.uuid(reference);
    if (id != null && desk.see(municipality, new InvitationId(id), staff.getName()).isPresent()) {
      return List.of(new InvitationId(id));
    }
    Optional<CitizenId> citizen =
        id != null
            ? Optional.of(new CitizenId(id))
            : CprNumber.typed(reference)
                .flatMap(cpr -> transactions.inOne(() -> vault.find(new Recipient.Person(cpr))));
    List<InvitationId> theirs =
        citizen
            .map(known -> desk.ofCitizen(municipality, known, staff.getName()))
            .orElse(List.of());
    return theirs.isEmpty() ? desk.ofCase(municipality, reference) : theirs;
  }

  @POST
  @Path("change")
  public Response change(
      @FormParam("municipality") @DefaultValue("") String municipality,
      @FormParam("invitation") @DefaultValue("") String invitation,
      @FormParam("step") @DefaultValue("") String step,
      @FormParam("at") @DefaultValue("") String at,
      @FormParam("channels") @DefaultValue("") String channels,
      @FormParam("reason") @DefaultValue("") String reason,
      @Context SecurityContext security) {
    return edit(
        Staff.in(security),
        municipality,
        invitation,
        step,
        (code, id, which, by) ->
            time(at)
                .map(
                    time ->
                        desk.change(
                            code,
                            id,
                            which,
                            time,
                            Channels.read(channels).orElse(List.of()),
                            reason,
                            by))
                .orElseGet(() -> Optional.of("Skriv dag og klokkeslæt.")));
  }

  @POST
  @Path("take-out")
  public Response takeOut(
      @FormParam("municipality") @DefaultValue("") String municipality,
      @FormParam("invitation") @DefaultValue("") String invitation,
      @FormParam("step") @DefaultValue("") String step,
      @FormParam("reason") @DefaultValue("") String reason,
      @Context SecurityContext security) {
    return edit(
        Staff.in(security),
        municipality,
        invitation,
        step,
        (code, id, which, by) -> desk.takeOut(code, id, which, reason, by));
  }

  private interface Action {
    Optional<String> of(MunicipalityCode municipality, InvitationId id, Step step, String by);
  }

  private Response edit(
      Staff staff, String municipality, String invitation, String step, Action action) {
    MunicipalityCode code = Filter.code(municipality);
    UUID id = SendingResource.uuid(invitation);
    if (code == null || id == null || !step.matches("first|reminder-[1-9]")) {
      return pages.notFound();
    }
    return action
        .of(code, new InvitationId(id), new Step(step), staff.getName())
        .map(problem -> page(staff, municipality, invitation, problem, false))
        .orElseGet(() -> to(municipality, invitation, true));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text).atZone(BusinessClock.DENMARK).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Response to(String municipality, String invitation, boolean done) {
    UriBuilder address =
        UriBuilder.fromPath("/console/sending/plan")
            .queryParam("municipality", municipality)
            .queryParam("invitation", invitation);
    return Response.seeOther((done ? address.queryParam("done", "1") : address).build())
        .header("Cache-Control", "no-store")
        .build();
  }

  private Response page(
      Staff staff, String municipality, String invitation, String problem, boolean done) {
    MunicipalityCode code = Filter.code(municipality);
    UUID id = SendingResource.uuid(invitation);
    Optional<PlanView> found =
        code == null || id == null
            ? Optional.empty()
            : desk.see(code, new InvitationId(id), staff.getName());
    return found.map(plan -> page(staff, plan, problem, done)).orElseGet(pages::notFound);
  }

  private Response page(Staff staff, PlanView plan, String problem, boolean done) {
    Instant now = business.now();
    return pages.page(
        staff,
        SendingResource.PAGE,
        "console/sending-plan.jte",
        Map.of(
            "municipality", plan.municipality().value(),
            "place", places.name(plan.municipality().value()),
            "group", places.group(plan.surveyGroup()),
            "invitation", plan.invitation().toString(),
            "closes", DanishFigures.time(plan.closesAt()),
            "now", DanishFigures.time(now),
            "withdrawn", plan.withdrawn(),
            "problem", problem,
            "done", done,
            "rows", plan.steps().stream().map(row -> PlanRow.of(plan, row, now)).toList()));
  }
}

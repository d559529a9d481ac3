package dk.borgermaaling.gateway.enquiry.web;

import dk.borgermaaling.gateway.access.web.ListUploadersOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.enquiry.OptOutReason;
import dk.borgermaaling.gateway.enquiry.OptOuts;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.reporting.web.Choice;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A citizen is not to be asked, or may be asked again, told by an employee of the municipality; the
 * same as a caller tells. Who is not to be asked is shown nowhere.
 */
@Dependent
@StaffOnly
@ListUploadersOnly
@Path("/opt-outs")
public class OptOutsResource {
  private static final String PAGE = "/opt-outs";
  private static final String NO_NUMBER = "Skriv et CPR-nummer på ti cifre.";
  private static final String NO_REASON = "Vælg en årsag fra listen.";
  private static final Map<String, String> DONE =
      Map.of(
          "registered", "Borgeren bliver ikke spurgt, og det, der endnu ikke er sendt, er stoppet.",
          "revoked", "Borgeren kan blive spurgt igen, næste gang noget sker.");

  private final OptOuts optOuts;
  private final Municipalities municipalities;
  private final BusinessClock businessClock;
  private final Transactions transactions;
  private final AuditLog audit;
  private final Clock realClock;
  private final StaffPages pages;

  @Inject
  public OptOutsResource(
      OptOuts optOuts,
      Municipalities municipalities,
      BusinessClock businessClock,
      Transactions transactions,
      AuditLog audit,
      Clock realClock,
      StaffPages pages) {
    this.optOuts = optOuts;
    this.municipalities = municipalities;
    this.businessClock = businessClock;
    this.transactions = transactions;
    this.audit = audit;
    this.realClock = realClock;
    this.pages = pages;
  }

  @GET
  public Response show(
      @QueryParam("done") @DefaultValue("") String done, @Context SecurityContext security) {
    return page(Staff.in(security), "", "", DONE.getOrDefault(done, ""), "");
  }

  @POST
  public Response optOut(
      @FormParam("municipality") @DefaultValue("") String municipality,
      @FormParam("citizen") @DefaultValue("") String citizen,
      @FormParam("reason") @DefaultValue("") String reason,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    Optional<MunicipalityCode> code = own(staff, municipality);
    if (code.isEmpty()) {
      return refused(staff, municipality);
    }
    Optional<CprNumber> number = CprNumber.typed(citizen);
    Optional<OptOutReason> why = ReasonTexts.reason(reason);
    if (number.isEmpty() || why.isEmpty()) {
      return page(staff, municipality, reason, "", number.isEmpty() ? NO_NUMBER : NO_REASON);
    }
    transactions.runInOne(
        () -> {
          CitizenId id = optOuts.optOut(code.get(), number.get(), why.get());
          note(staff, AuditLog.Action.REGISTERED_OPT_OUT, code.get(), Optional.of(id));
        });
    return back("registered");
  }

  @POST
  @Path("revocations")
  public Response revoke(
      @FormParam("municipality") @DefaultValue("") String municipality,
      @FormParam("citizen") @DefaultValue("") String citizen,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    Optional<MunicipalityCode> code = own(staff, municipality);
    if (code.isEmpty()) {
      return refused(staff, municipality);
    }
    Optional<CprNumber> number = CprNumber.typed(citizen);
    if (number.isEmpty()) {
      return page(staff, municipality, "", "", NO_NUMBER);
    }
    transactions.runInOne(
        () -> {
          Optional<CitizenId> known = optOuts.revoke(code.get(), number.get());
          note(staff, AuditLog.Action.REVOKED_OPT_OUT, code.get(), known);
        });
    return back("revoked");
  }

  /** The municipality of a form; empty when this account may tell nothing for it. */
  private Optional<MunicipalityCode> own(Staff staff, String municipality) {
    return participating(staff).stream()
        .map(Municipality::code)
        .filter(code -> code.value().equals(municipality))
        .findFirst();
  }

  private List<Municipality> participating(Staff staff) {
    return municipalities.all(businessClock.today()).stream()
        .filter(Municipality::participates)
        .filter(one -> staff.account().mayExcludeIn(one.code()))
        .toList();
  }

  private Response refused(Staff staff, String municipality) {
    MunicipalityCode named =
        municipalities.all(businessClock.today()).stream()
            .map(Municipality::code)
            .filter(code -> code.value().equals(municipality))
            .findFirst()
            .orElse(null);
    audit.note(realClock.instant(), staff.getName(), AuditLog.Action.WAS_REFUSED, named);
    return pages.refused();
  }

  /** With our own id of the citizen, never the number; without one when we know of none. */
  private void note(
      Staff staff,
      AuditLog.Action action,
      MunicipalityCode municipality,
      Optional<CitizenId> citizen) {
    audit.note(
        realClock.instant(),
        staff.getName(),
        action,
        municipality,
        citizen.map(id -> id.value().toString()).orElse(null));
  }

  private static Response back(String done) {
    return Response.seeOther(URI.create(PAGE + "?done=" + done))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Response page(
      Staff staff, String municipality, String reason, String done, String problem) {
    List<Choice> choices =
        participating(staff).stream()
            .map(
                one ->
                    new Choice(
                        one.code().value(), one.name(), one.code().value().equals(municipality)))
            .toList();
    OptOutForm form = new OptOutForm(choices, ReasonTexts.choices(reason), done, problem);
    return pages.page(staff, PAGE, "enquiry/opt-outs.jte", Map.of("form", form));
  }
}

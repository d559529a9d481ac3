package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.console.TakenBackLog;
import dk.borgermaaling.gateway.console.TakenBackLog.Marked;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.selection.Why;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Why was this citizen asked, or not? The reference is posted, because it may be a CPR number,
 * which never stands in an address.
 */
@Dependent
@StaffOnly
@OperatorsOnly
@Path("/console/why")
public class WhyResource {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int LONGEST = 100;

  private final Why why;
  private final CitizenVault vault;
  private final TakenBackLog takenBack;
  private final Transactions transactions;
  private final Places places;
  private final StaffPages pages;
  private final SeenNotes seen;

  @Inject
  public WhyResource(
      Why why,
      CitizenVault vault,
      TakenBackLog takenBack,
      Transactions transactions,
      Places places,
      StaffPages pages,
      SeenNotes seen) {
    this.why = why;
    this.vault = vault;
    this.takenBack = takenBack;
    this.transactions = transactions;
    this.places = places;
    this.pages = pages;
    this.seen = seen;
  }

  @GET
  public Response ask(@Context SecurityContext security) {
    Staff staff = Staff.in(security);
    seen.note(staff, null);
    return page(staff, "", false, List.of());
  }

  @POST
  public Response answer(
      @FormParam("municipality") @DefaultValue("") String municipality,
      @FormParam("reference") @DefaultValue("") String reference,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    MunicipalityCode code = Filter.code(municipality);
    String asked = reference.strip();
    boolean usable = !asked.isEmpty() && asked.length() <= LONGEST && asked.indexOf('\0') < 0;
    return page(
        staff, municipality, true, code != null && usable ? rows(staff, code, asked) : List.of());
  }

  /** A citizen is known to us by number or our own id first, then by the case system's id. */
  private List<WhyRow> rows(Staff staff, MunicipalityCode municipality, String reference) {
    Optional<CitizenId> named =
        UUID_FORM.matcher(reference).matches()
            ? Optional.of(new CitizenId(UUID.fromString(reference)))
            : CprNumber.typed(reference).flatMap(this::byNumber);
    List<Why.Explained> byCitizen =
        named.map(id -> why.of(municipality, new Why.Reference.Citizen(id))).orElse(List.of());
    List<Why.Explained> found =
        byCitizen.isEmpty() ? why.of(municipality, new Why.Reference.Case(reference)) : byCitizen;
    Set<CitizenId> citizens = new LinkedHashSet<>(named.stream().toList());
    for (Why.Explained one : found) {
      StoredCaseEvent event = one.event();
      if (event != null) {
        citizens.add(event.citizen());
      }
    }
    // Before it is shown; what led to nobody is noted as well, without a subject.
    seen.noteAsked(staff, municipality, citizens);
    Map<UUID, Marked> marked = takenBack.ofCitizens(municipality, citizens);
    return found.stream()
        .map(
            one ->
                WhyRow.of(
                    one,
                    places.group(one.decision().surveyGroup()),
                    marked.get(one.decision().eventId())))
        .toList();
  }

  private Optional<CitizenId> byNumber(CprNumber cpr) {
    return transactions.inOne(() -> vault.find(new Recipient.Person(cpr)));
  }

  private Response page(Staff staff, String municipality, boolean asked, List<WhyRow> rows) {
    return pages.page(
        staff,
        "/console/why",
        "console/why.jte",
        Map.of("municipalities", places.only(municipality), "asked", asked, "rows", rows));
  }
}

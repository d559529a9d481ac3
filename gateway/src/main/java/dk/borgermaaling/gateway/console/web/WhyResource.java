package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final Pattern CPR = Pattern.compile("[0-9]{6}[- ]?[0-9]{4}");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int LONGEST = 100;

  private final Why why;
  private final CitizenVault vault;
  private final Transactions transactions;
  private final Places places;
  private final StaffPages pages;
  private final SeenNotes seen;

  @Inject
  public WhyResource(
      Why why,
      CitizenVault vault,
      Transactions transactions,
      Places places,
      StaffPages pages,
      SeenNotes seen) {
    this.why = why;
    this.vault = vault;
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
    seen.note(staff, code);
    List<WhyRow> rows =
        code == null
            ? List.of()
            : find(code, reference.strip()).stream()
                .map(one -> WhyRow.of(one, places.group(one.decision().surveyGroup())))
                .toList();
    return page(staff, municipality, true, rows);
  }

  /** A citizen is known to us by number or our own id first, then by the case system's id. */
  private List<Why.Explained> find(MunicipalityCode municipality, String reference) {
    if (reference.isEmpty() || reference.length() > LONGEST || reference.indexOf('\0') >= 0) {
      return List.of();
    }
    Optional<CitizenId> citizen =
        CPR.matcher(reference).matches()
            ? byNumber(reference)
            : UUID_FORM.matcher(reference).matches()
                ? Optional.of(new CitizenId(UUID.fromString(reference)))
                : Optional.empty();
    List<Why.Explained> found =
        citizen.map(id -> why.of(municipality, new Why.Reference.Citizen(id))).orElse(List.of());
    return found.isEmpty() ? why.of(municipality, new Why.Reference.Case(reference)) : found;
  }

  private Optional<CitizenId> byNumber(String reference) {
    try {
      CprNumber cpr = new CprNumber(reference.replaceAll("[- ]", ""));
      return transactions.inOne(() -> vault.find(new Recipient.Person(cpr)));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  private Response page(Staff staff, String municipality, boolean asked, List<WhyRow> rows) {
    return pages.page(
        staff,
        "/console/why",
        "console/why.jte",
        Map.of("municipalities", places.only(municipality), "asked", asked, "rows", rows));
  }
}

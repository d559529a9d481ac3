package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.console.RoundDesk;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
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
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rounds: what has become of each, planning another, and releasing it. Operators only. */
@Dependent
@StaffOnly
@OperatorsOnly
@Path("/console/rounds")
public class RoundsResource {
  private static final String PAGE = "/console/rounds";

  /** Further ahead or back a reference date is a slip of the pen. */
  private static final int MOST_DAYS = 400;

  private final RoundDesk desk;
  private final Places places;
  private final StaffPages pages;
  private final SeenNotes seen;
  private final BusinessClock business;

  @Inject
  public RoundsResource(
      RoundDesk desk, Places places, StaffPages pages, SeenNotes seen, BusinessClock business) {
    this.desk = desk;
    this.places = places;
    this.pages = pages;
    this.seen = seen;
    this.business = business;
  }

  @GET
  public Response rounds(@Context SecurityContext security) {
    Staff staff = Staff.in(security);
    seen.note(staff, null);
    return page(staff, "");
  }

  @POST
  public Response plan(
      @FormParam("municipality") @DefaultValue("") String municipality,
      @FormParam("referenceDate") @DefaultValue("") String referenceDate,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    MunicipalityCode code = Filter.code(municipality);
    Optional<LocalDate> day = day(referenceDate);
    if (code == null || day.isEmpty()) {
      return page(staff, "Vælg en kommune og en dato inden for et år fra i dag.");
    }
    return answer(staff, desk.plan(code, day.get(), staff.getName()));
  }

  @POST
  @Path("release")
  public Response release(
      @FormParam("round") @DefaultValue("") String round, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return answer(staff, desk.release(round, staff.getName()));
  }

  @POST
  @Path("cancel")
  public Response cancel(
      @FormParam("round") @DefaultValue("") String round, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return answer(staff, desk.cancel(round, staff.getName()));
  }

  private Response answer(Staff staff, RoundDesk.Answer answer) {
    return switch (answer) {
      case DONE -> Response.seeOther(URI.create(PAGE)).build();
      case NO_AGREEMENT -> page(staff, "Kommunen har ingen serviceaftale på referencedatoen.");
      case NOT_IN_ROUNDS ->
          page(
              staff,
              "Kommunens vilkår på referencedatoen er løbende måling. Ret vilkårene under Tabeller,"
                  + " hvis kommunen skal have målerunder.");
      case NEEDS_ANOTHER ->
          page(staff, "En anden end den, der har planlagt runden, skal frigive den.");
      case TOO_LATE ->
          page(staff, "Runden er begyndt, er allerede frigivet eller findes ikke mere.");
    };
  }

  private Optional<LocalDate> day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      LocalDate today = business.today();
      boolean near =
          !day.isBefore(today.minusDays(MOST_DAYS)) && !day.isAfter(today.plusDays(MOST_DAYS));
      return near ? Optional.of(day) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Response page(Staff staff, String problem) {
    List<RoundRow> rows =
        desk.overview().stream()
            .map(
                one ->
                    RoundRow.of(
                        one, places.name(one.round().municipality().value()), staff.getName()))
            .toList();
    return pages.page(
        staff,
        PAGE,
        "console/rounds.jte",
        Map.of("municipalities", places.only(""), "problem", problem, "rows", rows));
  }
}

package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.selection.RoundBook;
import dk.borgermaaling.gateway.selection.RoundBook.Overview;
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
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rounds: what has become of each, and planning another. Operators only. */
@Dependent
@StaffOnly
@OperatorsOnly
@Path("/console/rounds")
public class RoundsResource {
  private static final String PAGE = "/console/rounds";

  /** Further ahead or back a reference date is a slip of the pen. */
  private static final int MOST_DAYS = 400;

  private final RoundBook book;
  private final Transactions transactions;
  private final Places places;
  private final StaffPages pages;
  private final SeenNotes seen;
  private final AuditLog audit;
  private final Clock clock;
  private final BusinessClock business;

  @Inject
  public RoundsResource(
      RoundBook book,
      Transactions transactions,
      Places places,
      StaffPages pages,
      SeenNotes seen,
      AuditLog audit,
      Clock clock,
      BusinessClock business) {
    this.book = book;
    this.transactions = transactions;
    this.places = places;
    this.pages = pages;
    this.seen = seen;
    this.audit = audit;
    this.clock = clock;
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
    transactions.runInOne(
        () -> {
          book.plan(code, day.get(), staff.getName(), clock.instant());
          audit.note(clock.instant(), staff.getName(), AuditLog.Action.PLANNED_ROUND, code);
        });
    return back();
  }

  @POST
  @Path("cancel")
  public Response cancel(
      @FormParam("round") @DefaultValue("") String round, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    Optional<Overview> known =
        transactions.inOne(book::overview).stream()
            .filter(one -> one.round().id().toString().equals(round))
            .findFirst();
    boolean cancelled =
        known.isPresent()
            && transactions.inOne(() -> cancel(known.get().round().id(), staff, known.get()));
    return cancelled ? back() : page(staff, "Runden er begyndt og kan ikke tages tilbage.");
  }

  private boolean cancel(UUID round, Staff staff, Overview known) {
    boolean cancelled = book.cancel(round);
    if (cancelled) {
      audit.note(
          clock.instant(),
          staff.getName(),
          AuditLog.Action.CANCELLED_ROUND,
          known.round().municipality());
    }
    return cancelled;
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

  private static Response back() {
    return Response.seeOther(URI.create(PAGE)).build();
  }

  private Response page(Staff staff, String problem) {
    List<RoundRow> rows =
        transactions.inOne(book::overview).stream()
            .map(one -> RoundRow.of(one, places.name(one.round().municipality().value())))
            .toList();
    return pages.page(
        staff,
        PAGE,
        "console/rounds.jte",
        Map.of("municipalities", places.only(""), "problem", problem, "rows", rows));
  }
}

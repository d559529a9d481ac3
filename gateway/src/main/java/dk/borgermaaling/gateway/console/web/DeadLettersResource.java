package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.ParkedLetters;
import dk.borgermaaling.gateway.caseevent.ParkedLetters.Entity;
import dk.borgermaaling.gateway.caseevent.ParkedLetters.Selection;
import dk.borgermaaling.gateway.caseevent.Redrive;
import dk.borgermaaling.gateway.caseevent.RedriveRuns;
import dk.borgermaaling.gateway.console.DeadLetterBook;
import dk.borgermaaling.gateway.console.DeadLetterBook.Letter;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dead letters: what they mean, what to do, and driving them again. Operators only. */
@Dependent
@StaffOnly
@OperatorsOnly
@Path("/console/dead-letters")
public class DeadLettersResource {
  private static final String PAGE = "/console/dead-letters";
  private static final int RUNS = 5;
  private final DeadLetterBook book;
  private final ParkedLetters parked;
  private final RedriveRuns runs;
  private final Redrive redrive;
  private final Transactions transactions;
  private final AuditLog audit;
  private final Clock clock;
  private final Places places;
  private final StaffPages pages;
  private final SeenNotes seen;

  @Inject
  public DeadLettersResource(
      DeadLetterBook book,
      ParkedLetters parked,
      RedriveRuns runs,
      Redrive redrive,
      Transactions transactions,
      AuditLog audit,
      Clock clock,
      Places places,
      StaffPages pages,
      SeenNotes seen) {
    this.book = book;
    this.parked = parked;
    this.runs = runs;
    this.redrive = redrive;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.places = places;
    this.pages = pages;
    this.seen = seen;
  }

  @GET
  public Response groups(@Context SecurityContext security) {
    Staff staff = Staff.in(security);
    seen.note(staff, null);
    return pages.page(
        staff,
        PAGE,
        "console/dead-letters.jte",
        Map.of(
            "groups",
            book.groups().stream()
                .map(group -> DeadLetterGroup.of(group, place(group.municipality())))
                .toList(),
            "runs",
            runs.last(RUNS).stream().map(run -> RedriveView.of(run, places)).toList()));
  }

  @GET
  @Path("rows")
  public Response rows(
      @QueryParam("reason") @DefaultValue("") String reason,
      @QueryParam("municipality") @DefaultValue("") String municipality,
      @QueryParam("source") @DefaultValue("") String source,
      @QueryParam("skip") @DefaultValue("") String skip,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    seen.note(staff, Filter.code(municipality));
    int offset = Filter.skip(skip);
    List<Letter> found =
        book.letters(
            new DeadLetterBook.Filter(
                Filter.absent(reason), Filter.absent(municipality), Filter.absent(source)),
            offset,
            Filter.PAGE + 1);
    return pages.page(
        staff,
        PAGE,
        "console/dead-letter-rows.jte",
        Map.of(
            "rows",
            Filter.page(found).stream()
                .map(letter -> DeadLetterRow.of(letter, place(letter.municipality())))
                .toList(),
            "paging",
            new Filter(PAGE + "/rows")
                .with("reason", reason)
                .with("municipality", municipality)
                .with("source", source)
                .pagingBySkip(offset, found.size())));
  }

  /** Has letters driven again by a task; what is left empty chooses all. */
  @POST
  @Path("redrive")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response redrive(
      @FormParam("reason") @DefaultValue("") String reason,
      @FormParam("municipality") @DefaultValue("") String municipality,
      @FormParam("source") @DefaultValue("") String source,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    MunicipalityCode code = Filter.code(municipality);
    EventSource named = source(source);
    // Half a choice that cannot be read must not become all.
    if ((code == null && !municipality.isEmpty()) || (named == null && !source.isEmpty())) {
      return pages.notFound();
    }
    transactions.runInOne(
        () -> {
          audit.note(clock.instant(), staff.getName(), AuditLog.Action.REDROVE_DEAD_LETTERS, code);
          redrive.ask(new Selection(Filter.absent(reason), code, named), staff.getName());
        });
    return back();
  }

  /** A person has dealt with a letter. */
  @POST
  @Path("close")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response close(
      @FormParam("reason") @DefaultValue("") String reason,
      @FormParam("municipality") @DefaultValue("") String municipality,
      @FormParam("source") @DefaultValue("") String source,
      @FormParam("entity") @DefaultValue("") String entity,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    MunicipalityCode code = Filter.code(municipality);
    EventSource named = source(source);
    String stored = Filter.absent(entity);
    if (code == null || named == null || stored == null) {
      return pages.notFound();
    }
    transactions.runInOne(
        () -> {
          if (parked.close(new Entity(code, named, stored), reason.replace('\0', '\uFFFD'))) {
            audit.note(
                clock.instant(),
                staff.getName(),
                AuditLog.Action.CLOSED_DEAD_LETTER,
                code,
                named.name() + " " + EntityId.shown(stored));
          }
        });
    return back();
  }

  private String place(String municipality) {
    return municipality.equals(MunicipalityCode.NONE.value())
        ? "Ukendt kommune"
        : places.name(municipality);
  }

  private static @Nullable EventSource source(String name) {
    return Arrays.stream(EventSource.values())
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static Response back() {
    return Response.seeOther(URI.create(PAGE))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}

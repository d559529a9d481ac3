package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.caseevent.FeedControl;
import dk.borgermaaling.gateway.caseevent.FeedControl.DryRun;
import dk.borgermaaling.gateway.console.FeedDesk;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
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
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The sources that are polled: how each municipality does, a dry run and a complete run now. Both
 * are only ordered here; a task makes them. Operators only; every order is noted.
 */
@Dependent
@StaffOnly
@OperatorsOnly
@Path("/console/feeds")
public class FeedsResource {
  private static final String PAGE = "/console/feeds";
  private final FeedDesk desk;
  private final Places places;
  private final StaffPages pages;
  private final SeenNotes seen;
  private final Clock clock;

  @Inject
  public FeedsResource(
      FeedDesk desk, Places places, StaffPages pages, SeenNotes seen, Clock clock) {
    this.desk = desk;
    this.places = places;
    this.pages = pages;
    this.seen = seen;
    this.clock = clock;
  }

  /**
   * The list.
   *
   * @param ordered code of the municipality for which a complete run was just ordered
   */
  @GET
  public Response show(
      @QueryParam("ordered") @DefaultValue("") String ordered, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    seen.note(staff, null);
    Instant now = clock.instant();
    MunicipalityCode code = Filter.code(ordered);
    List<FeedRow> rows =
        desk.all().stream()
            .map(polled -> FeedRow.of(polled, places.name(polled.municipality().value()), now))
            .toList();
    return pages.page(
        staff,
        PAGE,
        "console/feeds.jte",
        Map.of("rows", rows, "ordered", code == null ? "" : places.name(code.value())));
  }

  @POST
  @Path("resync")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response resync(
      @FormParam("source") @DefaultValue("") String source,
      @FormParam("municipality") @DefaultValue("") String municipality,
      @Context SecurityContext security) {
    return order(
        Staff.in(security),
        AuditLog.Action.ORDERED_RESYNC,
        source,
        municipality,
        FeedControl::resync,
        UriBuilder.fromPath(PAGE).queryParam("ordered", municipality));
  }

  @POST
  @Path("dry-run")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response dryRun(
      @FormParam("source") @DefaultValue("") String source,
      @FormParam("municipality") @DefaultValue("") String municipality,
      @Context SecurityContext security) {
    return order(
        Staff.in(security),
        AuditLog.Action.ORDERED_DRY_RUN,
        source,
        municipality,
        FeedControl::dryRun,
        UriBuilder.fromPath(PAGE + "/dry-run")
            .queryParam("source", source)
            .queryParam("municipality", municipality));
  }

  private interface Order {
    boolean of(FeedControl control, MunicipalityCode municipality);
  }

  private Response order(
      Staff staff,
      AuditLog.Action action,
      String source,
      String municipality,
      Order order,
      UriBuilder after) {
    MunicipalityCode code = Filter.code(municipality);
    Optional<FeedControl> control = desk.control(source);
    if (code == null || control.isEmpty() || !order.of(control.get(), code)) {
      return pages.notFound();
    }
    seen.note(staff, action, code);
    return Response.seeOther(after.build()).header("Cache-Control", "no-store").build();
  }

  /** What the last dry run found. */
  @GET
  @Path("dry-run")
  public Response found(
      @QueryParam("source") @DefaultValue("") String source,
      @QueryParam("municipality") @DefaultValue("") String municipality,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    MunicipalityCode code = Filter.code(municipality);
    Optional<FeedControl> control = desk.control(source);
    Optional<FeedControl.Feed> feed =
        control.stream()
            .flatMap(found -> found.feeds().stream())
            .filter(candidate -> candidate.municipality().equals(code))
            .findFirst();
    if (code == null || control.isEmpty() || feed.isEmpty()) {
      return pages.notFound();
    }
    seen.note(staff, code);
    Optional<DryRun> last = control.get().lastDryRun(code);
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("source", source);
    values.put("code", code.value());
    values.put("place", places.name(code.value()));
    values.put("sourceName", Words.source(source));
    values.put("ordered", feed.get().dryRunOrdered());
    values.put("at", last.map(DryRun::at).map(DanishFigures::time).orElse(""));
    values.put("failure", last.map(DryRun::failure).orElse(""));
    values.put(
        "events",
        last.map(run -> rows(run.events(), name -> Words.happening(stored(name))))
            .orElse(List.of()));
    values.put(
        "letters",
        last.map(run -> rows(run.letters(), reason -> DeadLetterReason.of(reason).name()))
            .orElse(List.of()));
    return pages.page(staff, PAGE, "console/dry-run.jte", values);
  }

  /** As the name of a happening is stored: {@code CourseEnded} is {@code COURSE_ENDED}. */
  private static String stored(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private static List<CountRow> rows(Map<String, Integer> counts, UnaryOperator<String> name) {
    return counts.entrySet().stream()
        .map(
            entry ->
                new CountRow(name.apply(entry.getKey()), DanishFigures.count(entry.getValue())))
        .toList();
  }
}

package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.console.EventLog;
import dk.borgermaaling.gateway.console.Road;
import dk.borgermaaling.gateway.console.Stretch;
import dk.borgermaaling.gateway.console.TroubleBook;
import dk.borgermaaling.gateway.console.TroubleBook.Trouble;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.reporting.Coordinates;
import dk.borgermaaling.gateway.reporting.PublishedResults;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import dk.borgermaaling.gateway.selection.SamplingMode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Overview, failures, events and decisions. Operators only; every view is noted. */
@Dependent
@StaffOnly
@OperatorsOnly
@Path("/console")
public class ConsoleResource {
  private final Road road;
  private final TroubleBook troubles;
  private final EventLog log;
  private final PublishedResults results;
  private final Places places;
  private final StaffPages pages;
  private final SeenNotes seen;

  @Inject
  public ConsoleResource(
      Road road,
      TroubleBook troubles,
      EventLog log,
      PublishedResults results,
      Places places,
      StaffPages pages,
      SeenNotes seen) {
    this.road = road;
    this.troubles = troubles;
    this.log = log;
    this.results = results;
    this.places = places;
    this.pages = pages;
    this.seen = seen;
  }

  @GET
  public Response overview(@Context SecurityContext security) {
    Staff staff = Staff.in(security);
    seen.note(staff, null);
    SortedMap<MunicipalityCode, Stretch> stretches = road.stretches();
    List<RoadRow> rows = new ArrayList<>();
    stretches.forEach(
        (code, stretch) -> rows.add(RoadRow.of(code.value(), places.name(code.value()), stretch)));
    return pages.page(
        staff,
        "/console",
        "console/overview.jte",
        Map.of(
            "troubles",
            troubleViews().stream().filter(trouble -> !trouble.expected()).toList(),
            "rows",
            rows,
            "total",
            RoadRow.total(stretches.values()),
            "responses",
            responses(SamplingMode.CONTINUOUS),
            "responsesInRounds",
            responses(SamplingMode.ROUND)));
  }

  /** Of the nation; no sum of the two modes. */
  private String responses(SamplingMode mode) {
    return results
        .now(mode)
        .turnout(Coordinates.ALL, Coordinates.ALL)
        .map(turnout -> DanishFigures.count(turnout.responses()))
        .orElse(DanishFigures.NONE);
  }

  @GET
  @Path("failures")
  public Response failures(@Context SecurityContext security) {
    Staff staff = Staff.in(security);
    seen.note(staff, null);
    return pages.page(
        staff, "/console/failures", "console/failures.jte", Map.of("troubles", troubleViews()));
  }

  @GET
  @Path("events")
  public Response events(
      @QueryParam("municipality") @DefaultValue("") String municipality,
      @QueryParam("source") @DefaultValue("") String source,
      @QueryParam("happening") @DefaultValue("") String happening,
      @QueryParam("before") @DefaultValue("") String before,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    seen.note(staff, Filter.code(municipality));
    Filter filter =
        new Filter("/console/events")
            .with("municipality", municipality)
            .with("source", source)
            .with("happening", happening);
    List<EventLog.Event> found =
        log.events(
            new EventLog.EventFilter(
                Filter.absent(municipality), Filter.absent(source), Filter.absent(happening)),
            Filter.before(before),
            Filter.PAGE + 1);
    return pages.page(
        staff,
        "/console/events",
        "console/events.jte",
        Map.of(
            "rows",
            Filter.page(found).stream()
                .map(event -> EventRow.of(event, places.name(event.municipality())))
                .toList(),
            "municipalities",
            places.choices(municipality),
            "sources",
            Filter.choices(Words.SOURCES, source),
            "happenings",
            Filter.choices(Words.HAPPENINGS, happening),
            "paging",
            filter.paging(before, found, EventLog.Event::arrival)));
  }

  @GET
  @Path("decisions")
  public Response decisions(
      @QueryParam("municipality") @DefaultValue("") String municipality,
      @QueryParam("reason") @DefaultValue("") String reason,
      @QueryParam("before") @DefaultValue("") String before,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    seen.note(staff, Filter.code(municipality));
    Filter filter =
        new Filter("/console/decisions").with("municipality", municipality).with("reason", reason);
    List<EventLog.Decided> found =
        log.decisions(
            new EventLog.DecisionFilter(Filter.absent(municipality), Filter.absent(reason)),
            Filter.before(before),
            Filter.PAGE + 1);
    return pages.page(
        staff,
        "/console/decisions",
        "console/decisions.jte",
        Map.of(
            "reasons",
            reasons(municipality, reason),
            "rows",
            Filter.page(found).stream()
                .map(
                    decided ->
                        DecisionRow.of(
                            decided,
                            places.name(decided.municipality()),
                            places.group(decided.surveyGroup())))
                .toList(),
            "municipalities",
            places.choices(municipality),
            "reasonChoices",
            Filter.outcomes(reason),
            "paging",
            filter.paging(before, found, EventLog.Decided::arrival)));
  }

  private List<ReasonRow> reasons(String municipality, String chosen) {
    return log.reasons(Filter.absent(municipality)).stream()
        .map(
            reason -> {
              Words.Explained explained = Words.outcome(reason.outcome());
              return new ReasonRow(
                  reason.outcome(),
                  explained.name(),
                  explained.text(),
                  DanishFigures.count(reason.count()),
                  reason.outcome().equals(chosen));
            })
        .toList();
  }

  /** What somebody must act on first, then by where on the road. */
  private List<TroubleView> troubleViews() {
    return troubles.troubles().stream()
        .sorted(Comparator.comparing(Trouble::kind))
        .map(trouble -> TroubleView.of(trouble, places.name(trouble.municipality())))
        .sorted(Comparator.comparing(TroubleView::expected))
        .toList();
  }
}

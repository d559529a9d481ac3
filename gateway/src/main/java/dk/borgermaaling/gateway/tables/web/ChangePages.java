package dk.borgermaaling.gateway.tables.web;

import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.tables.ChangeDesk;
import dk.borgermaaling.gateway.tables.ChangeSet;
import dk.borgermaaling.gateway.tables.ChangeSets;
import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.Outcome;
import dk.borgermaaling.gateway.tables.Previews;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.RowRef;
import dk.borgermaaling.gateway.tables.TableDiff;
import dk.borgermaaling.gateway.tables.TableProblem;
import dk.borgermaaling.gateway.tables.Tables;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renders the pages of change sets. */
@Dependent
public class ChangePages {
  /** Ended sets of a page. */
  private static final int PAGE = 25;

  private final Tables tables;
  private final ChangeDesk desk;
  private final ChangeSets sets;
  private final StaffPages pages;
  private final Municipalities municipalities;
  private final BusinessClock business;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public ChangePages(
      Tables tables,
      ChangeDesk desk,
      ChangeSets sets,
      StaffPages pages,
      Municipalities municipalities,
      BusinessClock business,
      AuditLog audit,
      Clock clock) {
    this.tables = tables;
    this.desk = desk;
    this.sets = sets;
    this.pages = pages;
    this.municipalities = municipalities;
    this.business = business;
    this.audit = audit;
    this.clock = clock;
  }

  /** What waits, the own drafts, and what has ended. */
  Response list(Staff staff, int skip) {
    List<ChangeSet> closed = sets.closed(PAGE + 1, skip);
    return page(
        staff,
        "tables/changes.jte",
        Map.of(
            "waiting",
            views(sets.waiting()),
            "drafts",
            views(sets.draftsOf(staff.getName())),
            "closed",
            views(closed.subList(0, Math.min(PAGE, closed.size()))),
            "older",
            closed.size() > PAGE ? ChangesResource.PATH + "?skip=" + (skip + PAGE) : ""));
  }

  /** A set as its state and the person at the page have it. */
  Response set(Staff staff, ChangeSet set, List<String> problems) {
    boolean own = set.proposer().equals(staff.getName());
    return set.state() == ChangeSet.State.DRAFT && own
        ? draft(staff, set, problems, List.of())
        : fixed(staff, set, problems, own);
  }

  /** What a draft would have changed, before it is proposed. */
  Response preview(Staff staff, ChangeSet set, List<String> problems) {
    EditableTable table = table(set);
    Outcome outcome = desk.outcome(set);
    List<String> all = new ArrayList<>(problems);
    outcome.problems().stream().map(TableProblem::text).forEach(all::add);
    return page(
        staff,
        "tables/preview.jte",
        Map.of(
            "set",
            SetView.of(set, table.name()),
            "columns",
            labels(table),
            "diff",
            SetView.diff(outcome.diff(), table.columns(), business.today()),
            "gaps",
            newGaps(table, outcome),
            "preview",
            PreviewView.of(
                outcome.problems().isEmpty() ? desk.preview(set) : Previews.NONE,
                this::place,
                false),
            "version",
            table.content().version(),
            "possible",
            outcome.problems().isEmpty(),
            "problems",
            all.stream().distinct().toList()));
  }

  /** The form of one row, with what was filled in before. */
  Optional<Response> row(
      Staff staff, ChangeSet set, RowRef ref, List<String> filled, List<String> problems) {
    EditableTable table = table(set);
    List<Column> columns = table.columns();
    Optional<Row> found =
        table.rows().stream().filter(row -> row.ref(columns).equals(ref)).findFirst();
    return found
        .filter(row -> set.state() == ChangeSet.State.DRAFT)
        .map(
            row -> {
              LocalDate last = row.period().lastDay();
              return page(
                  staff,
                  "tables/row.jte",
                  Map.of(
                      "set",
                      SetView.of(set, table.name()),
                      "columns",
                      labels(table),
                      "row",
                      TableView.RowView.of(row, columns, business.today()),
                      "key",
                      ref.key(),
                      "from",
                      ref.from().toString(),
                      "lastDay",
                      last == null ? "" : last.toString(),
                      "fields",
                      FieldView.of(columns, filled.isEmpty() ? row.cells() : filled, true),
                      "hasValues",
                      columns.stream().anyMatch(column -> !column.key()),
                      "problems",
                      problems));
            });
  }

  /** A step that was not taken: the form that it came from, with why. */
  Response step(
      Staff staff,
      ChangeSet set,
      StepForm form,
      MultivaluedMap<String, String> fields,
      List<String> problems) {
    List<String> filled = form.cells(table(set).columns());
    return refused(
        RowAddress.ref(fields.get("key"), form.text("row"))
            .flatMap(ref -> row(staff, set, ref, fieldsOf(form, filled), problems))
            .orElseGet(
                () ->
                    set.proposer().equals(staff.getName()) && set.state() == ChangeSet.State.DRAFT
                        ? draft(staff, set, problems, filled)
                        : set(staff, set, problems)));
  }

  private static List<String> fieldsOf(StepForm form, List<String> filled) {
    return form.text("kind").equals("replace") ? filled : List.of();
  }

  Response refused(Response page) {
    return Response.fromResponse(page).status(ChangesResource.UNPROCESSABLE).build();
  }

  private Response draft(Staff staff, ChangeSet set, List<String> problems, List<String> filled) {
    EditableTable table = table(set);
    List<TableProblem> ofSet = set.changes().isEmpty() ? List.of() : desk.outcome(set).problems();
    List<String> whole = new ArrayList<>(problems);
    ofSet.stream()
        .filter(problem -> problem.step() == 0)
        .map(TableProblem::text)
        .forEach(whole::add);
    return page(
        staff,
        "tables/draft.jte",
        Map.of(
            "set",
            SetView.of(set, table.name()),
            "steps",
            StepView.of(set.changes(), table.columns(), ofSet),
            "fields",
            FieldView.of(table.columns(), filled, false),
            "table",
            TableView.of(table, business.today(), "", true),
            "problems",
            whole.stream().distinct().toList()));
  }

  /** Everything but an own draft: nothing of it can be edited. */
  private Response fixed(Staff staff, ChangeSet set, List<String> problems, boolean own) {
    EditableTable table = table(set);
    ChangeSet.Proposal proposal = set.proposal();
    ChangeSet.Closing closing = set.closing();
    boolean waits = set.state() == ChangeSet.State.PROPOSED;
    boolean fresh = waits && desk.isFresh(set);
    Previews proposed = proposal == null ? Previews.NONE : proposal.previews();
    Previews now = fresh ? desk.preview(set) : closing == null ? Previews.NONE : closing.previews();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("set", SetView.of(set, table.name()));
    values.put("steps", StepView.of(set.changes(), table.columns(), List.of()));
    values.put("columns", labels(table));
    values.put(
        "diff",
        SetView.diff(
            closing != null
                ? closing.applied()
                : fresh ? desk.outcome(set).diff() : TableDiff.NOTHING,
            table.columns(),
            business.today()));
    values.put("gaps", fresh ? newGaps(table, desk.outcome(set)) : List.of());
    values.put("proposed", PreviewView.of(proposed, this::place, false));
    values.put(
        "since",
        now.parts().isEmpty() ? null : PreviewView.of(now.since(proposed), this::place, true));
    values.put("waits", waits);
    values.put("fresh", fresh);
    values.put("own", own);
    values.put("problems", problems);
    return page(staff, "tables/set.jte", values);
  }

  private static List<String> newGaps(EditableTable table, Outcome outcome) {
    List<String> before = TableView.gaps(table.rows(), table.columns());
    return outcome.gaps().stream()
        .map(TableView::sentence)
        .filter(gap -> !before.contains(gap))
        .toList();
  }

  private List<SetView> views(List<ChangeSet> some) {
    return some.stream()
        .flatMap(
            set -> tables.byId(set.table()).map(table -> SetView.of(set, table.name())).stream())
        .toList();
  }

  private static List<String> labels(EditableTable table) {
    return table.columns().stream().map(Column::label).toList();
  }

  private EditableTable table(ChangeSet set) {
    return tables
        .byId(set.table())
        .orElseThrow(() -> new IllegalStateException("the table of a set has gone"));
  }

  private String place(String code) {
    return municipalities
        .byCode(new MunicipalityCode(code), business.today())
        .map(Municipality::name)
        .orElse(code);
  }

  private Response page(
      Staff staff, String template, Map<String, ? extends @Nullable Object> values) {
    audit.note(clock.instant(), staff.getName(), AuditLog.Action.SAW_CONSOLE, null);
    return pages.page(staff, TablesResource.PATH, template, values);
  }
}

package dk.borgermaaling.gateway.tables.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.tables.ChangeDesk;
import dk.borgermaaling.gateway.tables.ChangeSet;
import dk.borgermaaling.gateway.tables.ChangeSets;
import dk.borgermaaling.gateway.tables.Comparison;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.Refused;
import dk.borgermaaling.gateway.tables.TableProblem;
import dk.borgermaaling.gateway.tables.Tables;
import dk.borgermaaling.gateway.tables.export.TableCsv;
import dk.borgermaaling.gateway.web.MultipartForm;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables, each as of a day and as a file, and where a change of one begins. */
@Dependent
@StaffOnly
@OperatorsOnly
@Path(TablesResource.PATH)
public class TablesResource {
  static final String PATH = "/console/tables";
  private final Tables tables;
  private final ChangeDesk desk;
  private final ChangeSets sets;
  private final StaffPages pages;
  private final BusinessClock business;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public TablesResource(
      Tables tables,
      ChangeDesk desk,
      ChangeSets sets,
      StaffPages pages,
      BusinessClock business,
      AuditLog audit,
      Clock clock) {
    this.tables = tables;
    this.desk = desk;
    this.sets = sets;
    this.pages = pages;
    this.business = business;
    this.audit = audit;
    this.clock = clock;
  }

  /** A table in the list. */
  public record TableLine(String href, String name, String about, int rows, int waiting) {}

  @GET
  public Response list(@Context SecurityContext security) {
    Staff staff = seen(security);
    List<ChangeSet> waiting = sets.waiting();
    LocalDate today = business.today();
    return pages.page(
        staff,
        PATH,
        "tables/list.jte",
        Map.of(
            "tables",
            tables.all().stream()
                .map(
                    table ->
                        new TableLine(
                            PATH + "/" + table.id(),
                            table.name(),
                            table.about(),
                            table.content().on(today).size(),
                            (int)
                                waiting.stream()
                                    .filter(set -> set.table().equals(table.id()))
                                    .count()))
                .toList()));
  }

  @GET
  @Path("{table}")
  public Response table(
      @PathParam("table") String id,
      @QueryParam("day") @DefaultValue("") String day,
      @QueryParam("search") @DefaultValue("") String search,
      @QueryParam("show") @DefaultValue("") String show,
      @Context SecurityContext security) {
    Staff staff = seen(security);
    return tables
        .byId(id)
        .map(table -> table(staff, table, day(day), search, show.equals("all"), List.of(), ""))
        .orElseGet(pages::notFound);
  }

  @GET
  @Path("{table}/csv")
  public Response download(@PathParam("table") String id, @Context SecurityContext security) {
    seen(security);
    return tables
        .byId(id)
        .map(
            table ->
                Response.ok(
                        TableCsv.write(table.content().rows(), table.columns())
                            .getBytes(StandardCharsets.UTF_8))
                    .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + table.id() + ".csv\"")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header("X-Content-Type-Options", "nosniff")
                    .build())
        .orElseGet(pages::notFound);
  }

  @POST
  @Path("{table}/drafts")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response begin(@PathParam("table") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return tables
        .byId(id)
        .map(table -> ChangesResource.to(desk.draft(table.id(), staff.getName(), List.of())))
        .orElseGet(pages::notFound);
  }

  @POST
  @Path("{table}/csv")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response file(
      @PathParam("table") String id,
      @FormParam("csv") @DefaultValue("") String csv,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return tables.byId(id).map(table -> file(staff, table, csv)).orElseGet(pages::notFound);
  }

  /** As {@link #file}, with the file itself; the gate has read the form and checked its token. */
  @POST
  @Path("{table}/csv")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(
      @PathParam("table") String id,
      byte[] body,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return tables
        .byId(id)
        .map(
            table ->
                text(MultipartForm.parse(headers.getMediaType(), body).bytes("file"))
                    .map(csv -> file(staff, table, csv))
                    .orElseGet(
                        () ->
                            refused(
                                staff,
                                table,
                                List.of("Filen skal være gemt som CSV i UTF-8."),
                                "")))
        .orElseGet(pages::notFound);
  }

  private static Optional<String> text(byte[] file) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private Response file(Staff staff, EditableTable table, String csv) {
    TableCsv.Read read = TableCsv.read(csv, table.columns());
    if (!read.errors().isEmpty()) {
      return refused(staff, table, read.errors(), csv);
    }
    try {
      return ChangesResource.to(
          desk.draft(
              table.id(),
              staff.getName(),
              Comparison.changes(table.content(), read.rows(), table.columns())));
    } catch (Refused e) {
      return refused(staff, table, e.problems().stream().map(TableProblem::text).toList(), csv);
    }
  }

  private Response refused(Staff staff, EditableTable table, List<String> problems, String csv) {
    return Response.fromResponse(table(staff, table, business.today(), "", false, problems, csv))
        .status(ChangesResource.UNPROCESSABLE)
        .build();
  }

  private Response table(
      Staff staff,
      EditableTable table,
      LocalDate day,
      String search,
      boolean all,
      List<String> problems,
      String csv) {
    return pages.page(
        staff,
        PATH,
        "tables/table.jte",
        Map.of(
            "view",
            TableView.of(table, day, search, all),
            "problems",
            problems,
            "csv",
            csv,
            "waiting",
            sets.waiting().stream()
                .filter(set -> set.table().equals(table.id()))
                .map(set -> SetView.of(set, table.name()))
                .toList()));
  }

  private LocalDate day(String text) {
    return Optional.ofNullable(RowAddress.day(text)).orElseGet(business::today);
  }

  private Staff seen(SecurityContext security) {
    Staff staff = Staff.in(security);
    audit.note(clock.instant(), staff.getName(), AuditLog.Action.SAW_CONSOLE, null);
    return staff;
  }
}

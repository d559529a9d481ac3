package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.access.web.ListUploadersOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.audit.AuditLog.Action;
import dk.borgermaaling.gateway.caselist.CaseList;
import dk.borgermaaling.gateway.caselist.CaseLists;
import dk.borgermaaling.gateway.caselist.ColumnMapping;
import dk.borgermaaling.gateway.caselist.Counts;
import dk.borgermaaling.gateway.caselist.Field;
import dk.borgermaaling.gateway.caselist.Headings;
import dk.borgermaaling.gateway.caselist.Note;
import dk.borgermaaling.gateway.caselist.Preview;
import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.caselist.WordMapping;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One list, step by step: columns, words, preview, and what has become of it. */
@Dependent
@StaffOnly
@ListUploadersOnly
@Path("/lists/{id}")
public class ListResource {
  /** Notes on a page; the report has all. */
  private static final int NOTES_SHOWN = 100;

  private static final int NOTES_REPORTED = 300_000;

  private final CaseLists lists;
  private final OwnLists own;
  private final WordsForm wordsForm;
  private final StaffPages pages;

  @Inject
  public ListResource(CaseLists lists, OwnLists own, WordsForm wordsForm, StaffPages pages) {
    this.lists = lists;
    this.own = own;
    this.wordsForm = wordsForm;
    this.pages = pages;
  }

  @GET
  public Response status(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return own.with(staff, id, Action.SAW_LIST, list -> status(staff, list));
  }

  @GET
  @Path("columns")
  public Response columns(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return open(
        staff,
        id,
        Action.SAW_LIST,
        list -> {
          Headings headings = lists.headings(list);
          return columns(staff, list, headings, lists.proposal(list, headings), List.of());
        });
  }

  @POST
  @Path("columns")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response choose(
      @PathParam("id") String id,
      MultivaluedMap<String, String> form,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return open(
        staff,
        id,
        Action.SAW_LIST,
        list -> {
          Map<String, String> texts = new HashMap<>();
          for (Field field : Field.values()) {
            String chosen = form.getFirst(field.name());
            texts.put(field.name(), chosen == null ? "" : chosen);
          }
          ColumnMapping columns = ColumnMapping.parse(texts);
          Headings headings = lists.headings(list);
          List<ColumnMapping.Flaw> flaws = lists.choose(list, headings, columns);
          return flaws.isEmpty()
              ? to(list, "/words")
              : columns(staff, list, headings, columns, flaws);
        });
  }

  /** Goes on by itself when every word is explained. */
  @GET
  @Path("words")
  public Response words(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return chosen(
        staff,
        id,
        list -> {
          List<WordsForm.Row> rows = wordsForm.rows(lists.unknownWords(list));
          return rows.isEmpty()
              ? to(list, "/preview")
              : pages.page(
                  staff,
                  ListsResource.PATH,
                  "lists/words.jte",
                  Map.of("list", row(list), "rows", rows));
        });
  }

  @POST
  @Path("words")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response explain(
      @PathParam("id") String id,
      MultivaluedMap<String, String> form,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return chosen(
        staff,
        id,
        list -> {
          WordMapping explained = wordsForm.read(lists.unknownWords(list), form);
          lists.explain(list, explained);
          // Words that were left without a meaning stay errors of their rows, and are shown as
          // such.
          boolean more = !explained.meanings().isEmpty() && !lists.unknownWords(list).isEmpty();
          return to(list, more ? "/words" : "/preview");
        });
  }

  @GET
  @Path("preview")
  public Response preview(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return chosen(
        staff,
        id,
        list -> {
          Preview preview = lists.preview(list);
          return pages.page(
              staff,
              ListsResource.PATH,
              "lists/preview.jte",
              Map.of(
                  "list",
                  row(list),
                  "counts",
                  figures(preview.counts()),
                  "remarks",
                  remarks(preview.remarks()),
                  "samples",
                  preview.samples().stream().map(SampleRow::of).toList(),
                  "notes",
                  preview.notes().stream()
                      .limit(NOTES_SHOWN)
                      .map(note -> NoteRow.of(note, list.columns()))
                      .toList(),
                  "noteCount",
                  DanishFigures.count(preview.notes().size()),
                  "hasWords",
                  preview.notes().stream()
                      .anyMatch(note -> note.code() == Note.Code.WORD_UNKNOWN)));
        });
  }

  @POST
  @Path("confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirm(@PathParam("id") String id, @Context SecurityContext security) {
    return own.with(
        Staff.in(security),
        id,
        Action.CONFIRMED_LIST,
        list -> {
          lists.confirm(list.id());
          return to(list, "");
        });
  }

  @POST
  @Path("discard")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response discard(@PathParam("id") String id, @Context SecurityContext security) {
    return own.with(
        Staff.in(security),
        id,
        Action.DISCARDED_LIST,
        list -> {
          lists.discard(list.id());
          return to(list, "");
        });
  }

  @GET
  @Path("errors.csv")
  public Response errors(@PathParam("id") String id, @Context SecurityContext security) {
    return own.with(
        Staff.in(security),
        id,
        Action.SAW_LIST,
        list ->
            Response.ok(ErrorsCsv.of(lists.notes(list, NOTES_REPORTED), list.columns()))
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"fejl.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build());
  }

  private Response status(Staff staff, CaseList list) {
    return pages.page(
        staff,
        ListsResource.PATH,
        "lists/status.jte",
        Map.of(
            "list",
            row(list),
            "state",
            list.state(),
            "progress",
            DanishFigures.count(list.counts().of(Counts.Name.ROWS)),
            "counts",
            figures(list.counts()),
            "notes",
            lists.notes(list, NOTES_SHOWN).stream()
                .map(note -> NoteRow.of(note, list.columns()))
                .toList()));
  }

  private Response columns(
      Staff staff,
      CaseList list,
      Headings headings,
      ColumnMapping columns,
      List<ColumnMapping.Flaw> flaws) {
    return pages.page(
        staff,
        ListsResource.PATH,
        "lists/columns.jte",
        Map.of(
            "list",
            row(list),
            "fields",
            FieldRow.all(headings, columns),
            "remembered",
            lists.isRemembered(list, headings),
            "flaws",
            flaws.stream().map(Danish::flaw).toList()));
  }

  private Response open(
      Staff staff, String id, Action action, java.util.function.Function<CaseList, Response> page) {
    return own.with(
        staff,
        id,
        action,
        list -> {
          try {
            return list.isOpen() ? page.apply(list) : to(list, "");
          } catch (Unreadable e) {
            return to(list, "");
          }
        });
  }

  private Response chosen(
      Staff staff, String id, java.util.function.Function<CaseList, Response> page) {
    return open(
        staff,
        id,
        Action.SAW_LIST,
        list -> list.columns() == null ? to(list, "/columns") : page.apply(list));
  }

  private ListRow row(CaseList list) {
    return ListRow.of(list, own.name(list.municipality()));
  }

  private static Map<String, String> figures(Counts counts) {
    Map<Counts.Name, String> figures = new EnumMap<>(Counts.Name.class);
    for (Counts.Name name : Counts.Name.values()) {
      figures.put(name, DanishFigures.count(counts.of(name)));
    }
    Map<String, String> named = new TreeMap<>();
    figures.forEach((name, figure) -> named.put(name.name(), figure));
    return named;
  }

  private static List<String> remarks(Map<Note.Code, Integer> remarks) {
    return new TreeMap<>(remarks)
        .entrySet().stream()
            .map(
                entry -> DanishFigures.count(entry.getValue()) + ": " + Danish.what(entry.getKey()))
            .toList();
  }

  private static Response to(CaseList list, String step) {
    return Response.seeOther(URI.create(ListsResource.PATH + "/" + list.id() + step))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}

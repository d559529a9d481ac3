package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.access.web.ListUploadersOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.audit.AuditLog.Action;
import dk.borgermaaling.gateway.caselist.CaseList;
import dk.borgermaaling.gateway.caselist.CaseLists;
import dk.borgermaaling.gateway.caselist.CaseLists.Answer;
import dk.borgermaaling.gateway.caselist.Counts;
import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;

/** One list: a look at what it would do, yes or no to it, and what has become of it. */
@Dependent
@StaffOnly
@ListUploadersOnly
@Path("/lists/{id}")
public class ListResource {
  /** Notes on a page; the report has all. */
  static final int NOTES_SHOWN = 100;

  private static final int NOTES_REPORTED = 300_000;

  private final CaseLists lists;
  private final OwnLists own;
  private final ListSteps steps;
  private final PreviewPage previews;

  @Inject
  public ListResource(CaseLists lists, OwnLists own, ListSteps steps, PreviewPage previews) {
    this.lists = lists;
    this.own = own;
    this.steps = steps;
    this.previews = previews;
  }

  @GET
  public Response status(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return own.seen(staff, id, list -> status(staff, list));
  }

  @GET
  @Path("preview")
  public Response preview(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return steps.chosen(staff, id, list -> previews.of(staff, list, false));
  }

  /**
   * Has the list registered, if it would still be read as it was looked at.
   *
   * @param seen by what it was read then; see {@code Preview#fingerprint}
   */
  @POST
  @Path("confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirm(
      @PathParam("id") String id,
      @FormParam("seen") @DefaultValue("") String seen,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return own.with(
        staff,
        id,
        list -> {
          Answer answer =
              own.noted(
                  staff,
                  Action.CONFIRMED_LIST,
                  list,
                  Answer.TAKEN,
                  () -> lists.confirm(list.id(), seen));
          return answer == Answer.CHANGED
              ? steps.chosen(staff, id, changed -> previews.of(staff, changed, true))
              : ListSteps.to(list, "");
        });
  }

  @POST
  @Path("discard")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response discard(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return own.with(
        staff,
        id,
        list -> {
          own.noted(staff, Action.DISCARDED_LIST, list, true, () -> lists.discard(list.id()));
          return ListSteps.to(list, "");
        });
  }

  @GET
  @Path("errors.csv")
  public Response errors(@PathParam("id") String id, @Context SecurityContext security) {
    return own.seen(
        Staff.in(security),
        id,
        list -> {
          try {
            return Response.ok(ErrorsCsv.of(lists.notes(list, NOTES_REPORTED), list.columns()))
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"fejl.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
          } catch (Unreadable e) {
            return ListSteps.to(list, "");
          }
        });
  }

  private Response status(Staff staff, CaseList list) {
    return steps.page(
        staff,
        list,
        "lists/status.jte",
        Map.of(
            "state",
            list.state(),
            "progress",
            DanishFigures.count(list.counts().of(Counts.Name.ROWS)),
            "counts",
            ListSteps.figures(list.counts()),
            "notes",
            lists.notes(list, NOTES_SHOWN).stream()
                .map(note -> NoteRow.of(note, list.columns()))
                .toList()));
  }
}

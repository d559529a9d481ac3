package dk.borgermaaling.gateway.tables.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.tables.Change;
import dk.borgermaaling.gateway.tables.ChangeDesk;
import dk.borgermaaling.gateway.tables.ChangeSet;
import dk.borgermaaling.gateway.tables.ChangeSets;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.Refused;
import dk.borgermaaling.gateway.tables.TableProblem;
import dk.borgermaaling.gateway.tables.Tables;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Change sets from draft to end. A post that is done leads on to a page; one that is not done shows
 * the page again with what is wrong.
 */
@Dependent
@StaffOnly
@OperatorsOnly
@Path(ChangesResource.PATH)
public class ChangesResource {
  static final String PATH = "/console/table-changes";
  static final int UNPROCESSABLE = 422;
  private final Tables tables;
  private final ChangeDesk desk;
  private final ChangeSets sets;
  private final ChangePages views;
  private final StaffPages pages;

  @Inject
  public ChangesResource(
      Tables tables, ChangeDesk desk, ChangeSets sets, ChangePages views, StaffPages pages) {
    this.tables = tables;
    this.desk = desk;
    this.sets = sets;
    this.views = views;
    this.pages = pages;
  }

  static Response to(ChangeSet set) {
    return to(PATH + "/" + set.id());
  }

  private static Response to(String address) {
    return Response.seeOther(URI.create(address))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  public Response list(
      @QueryParam("skip") @DefaultValue("") String skip, @Context SecurityContext security) {
    return views.list(Staff.in(security), skip.matches("[0-9]{1,7}") ? Integer.parseInt(skip) : 0);
  }

  @GET
  @Path("{id}")
  public Response show(@PathParam("id") String id, @Context SecurityContext security) {
    return find(id)
        .map(set -> views.set(Staff.in(security), set, List.of()))
        .orElseGet(pages::notFound);
  }

  @GET
  @Path("{id}/preview")
  public Response preview(@PathParam("id") String id, @Context SecurityContext security) {
    return find(id)
        .filter(set -> set.state() == ChangeSet.State.DRAFT)
        .map(set -> views.preview(Staff.in(security), set, List.of()))
        .orElseGet(pages::notFound);
  }

  /** The form for one row of the table. */
  @GET
  @Path("{id}/row")
  public Response row(
      @PathParam("id") String id,
      @QueryParam("key") List<String> key,
      @QueryParam("row") @DefaultValue("") String from,
      @Context SecurityContext security) {
    return find(id)
        .flatMap(
            set ->
                RowAddress.ref(key, from)
                    .flatMap(ref -> views.row(Staff.in(security), set, ref, List.of(), List.of())))
        .orElseGet(pages::notFound);
  }

  @POST
  @Path("{id}/steps")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response step(
      @PathParam("id") String id,
      MultivaluedMap<String, String> fields,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    StepForm form = new StepForm(fields);
    return act(
        id,
        set -> {
          EditableTable table = table(set);
          Optional<Change> change = form.change(table.columns());
          if (change.isEmpty()) {
            return views.step(staff, set, form, fields, form.problems());
          }
          try {
            return to(desk.add(set.id(), staff.getName(), change.get()));
          } catch (Refused e) {
            return views.step(staff, set, form, fields, texts(e));
          }
        });
  }

  @POST
  @Path("{id}/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(
      @PathParam("id") String id,
      @FormParam("step") @DefaultValue("") String step,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    int number = step.matches("[0-9]{1,6}") ? Integer.parseInt(step) : 0;
    return act(
        id,
        set -> orProblems(staff, set, () -> to(desk.remove(set.id(), staff.getName(), number))));
  }

  /** Why, and whether the past is meant; then the preview. */
  @POST
  @Path("{id}/explain")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response explain(
      @PathParam("id") String id,
      @FormParam("note") @DefaultValue("") String note,
      @FormParam("past") @DefaultValue("") String past,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return act(
        id,
        set ->
            orProblems(
                staff,
                set,
                () -> {
                  desk.explain(set.id(), staff.getName(), note, past.equals("yes"));
                  return to(PATH + "/" + set.id() + "/preview");
                }));
  }

  @POST
  @Path("{id}/propose")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response propose(
      @PathParam("id") String id,
      @FormParam("version") @DefaultValue("") String version,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return act(
        id,
        set -> {
          try {
            return to(desk.propose(set.id(), staff.getName(), version));
          } catch (Refused e) {
            return set.state() == ChangeSet.State.DRAFT
                ? views.refused(views.preview(staff, set, texts(e)))
                : views.refused(views.set(staff, set, texts(e)));
          }
        });
  }

  @POST
  @Path("{id}/confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirm(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return act(
        id, set -> orProblems(staff, set, () -> to(desk.confirm(set.id(), staff.getName()))));
  }

  @POST
  @Path("{id}/reject")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reject(
      @PathParam("id") String id,
      @FormParam("note") @DefaultValue("") String note,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return act(
        id,
        set ->
            orProblems(
                staff,
                set,
                () -> {
                  ChangeSet ended = desk.reject(set.id(), staff.getName(), note);
                  return ended.proposal() == null
                      ? to(TablesResource.PATH + "/" + ended.table())
                      : to(ended);
                }));
  }

  /** A new draft with the steps of a set that has ended. */
  @POST
  @Path("{id}/again")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response again(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return act(
        id,
        set ->
            orProblems(
                staff, set, () -> to(desk.draft(set.table(), staff.getName(), set.changes()))));
  }

  private Response act(String id, Function<ChangeSet, Response> step) {
    return find(id).map(step).orElseGet(pages::notFound);
  }

  private Response orProblems(Staff staff, ChangeSet set, Supplier<Response> step) {
    try {
      return step.get();
    } catch (Refused e) {
      return views.refused(views.set(staff, sets.find(set.id()).orElse(set), texts(e)));
    }
  }

  private EditableTable table(ChangeSet set) {
    return tables.byId(set.table()).orElseThrow();
  }

  /** Sets of a table that is there; the sets of an adapter that has gone stay in the database. */
  private Optional<ChangeSet> find(String id) {
    try {
      return sets.find(UUID.fromString(id)).filter(set -> tables.byId(set.table()).isPresent());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<String> texts(Refused refused) {
    return refused.problems().stream().map(TableProblem::text).toList();
  }
}

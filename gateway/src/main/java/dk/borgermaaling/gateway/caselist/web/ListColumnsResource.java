package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.access.web.ListUploadersOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.caselist.CaseList;
import dk.borgermaaling.gateway.caselist.CaseLists;
import dk.borgermaaling.gateway.caselist.ColumnMapping;
import dk.borgermaaling.gateway.caselist.Field;
import dk.borgermaaling.gateway.caselist.Headings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The step in which an employee says what each column of a list holds. */
@Dependent
@StaffOnly
@ListUploadersOnly
@Path("/lists/{id}/columns")
public class ListColumnsResource {
  private final CaseLists lists;
  private final ListSteps steps;

  @Inject
  public ListColumnsResource(CaseLists lists, ListSteps steps) {
    this.lists = lists;
    this.steps = steps;
  }

  @GET
  public Response columns(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return steps.open(
        staff,
        id,
        list -> {
          Headings headings = lists.headings(list);
          return page(staff, list, headings, lists.proposal(list, headings), List.of());
        });
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response choose(
      @PathParam("id") String id,
      MultivaluedMap<String, String> form,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return steps.open(
        staff,
        id,
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
              ? ListSteps.to(list, "/words")
              : page(staff, list, headings, columns, flaws);
        });
  }

  private Response page(
      Staff staff,
      CaseList list,
      Headings headings,
      ColumnMapping columns,
      List<ColumnMapping.Flaw> flaws) {
    return steps.page(
        staff,
        list,
        "lists/columns.jte",
        Map.of(
            "fields",
            FieldRow.all(headings, columns),
            "remembered",
            lists.isRemembered(list, headings),
            "flaws",
            flaws.stream().map(Danish::flaw).toList()));
  }
}

package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.access.web.ListUploadersOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.caselist.CaseLists;
import dk.borgermaaling.gateway.caselist.WordMapping;
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
import java.util.List;
import java.util.Map;

/** The step in which a municipality explains its own words; left out when there are none. */
@Dependent
@StaffOnly
@ListUploadersOnly
@Path("/lists/{id}/words")
public class ListWordsResource {
  private final CaseLists lists;
  private final ListSteps steps;
  private final WordsForm wordsForm;

  @Inject
  public ListWordsResource(CaseLists lists, ListSteps steps, WordsForm wordsForm) {
    this.lists = lists;
    this.steps = steps;
    this.wordsForm = wordsForm;
  }

  /** Goes on by itself when every word is explained. */
  @GET
  public Response words(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return steps.chosen(
        staff,
        id,
        list -> {
          List<WordsForm.Row> rows = wordsForm.rows(lists.unknownWords(list));
          return rows.isEmpty()
              ? ListSteps.to(list, "/preview")
              : steps.page(staff, list, "lists/words.jte", Map.of("rows", rows));
        });
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response explain(
      @PathParam("id") String id,
      MultivaluedMap<String, String> form,
      @Context SecurityContext security) {
    return steps.chosen(
        Staff.in(security),
        id,
        list -> {
          WordMapping explained = wordsForm.read(lists.unknownWords(list), form);
          lists.explain(list, explained);
          // Words that were left without a meaning stay errors of their rows, and are shown as
          // such.
          boolean more = !explained.meanings().isEmpty() && !lists.unknownWords(list).isEmpty();
          return ListSteps.to(list, more ? "/words" : "/preview");
        });
  }
}

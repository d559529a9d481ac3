package dk.borgermaaling.gateway.message.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.message.TestSending;
import dk.borgermaaling.gateway.message.TextRefused;
import dk.borgermaaling.gateway.message.TextStore;
import dk.borgermaaling.gateway.municipality.Municipality;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sends a test. The number that was typed goes into the call and is shown nowhere again. */
@Dependent
@StaffOnly
@OperatorsOnly
@Path(MessageTextsResource.PATH + "/{id}/test")
public class MessageTestResource {
  private final TextStore store;
  private final TestSending tests;
  private final TextPlaces places;
  private final TextPages views;
  private final StaffPages pages;

  @Inject
  public MessageTestResource(
      TextStore store, TestSending tests, TextPlaces places, TextPages views, StaffPages pages) {
    this.store = store;
    this.tests = tests;
    this.places = places;
    this.views = views;
    this.pages = pages;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response test(
      @PathParam("id") String id,
      MultivaluedMap<String, String> fields,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    TextForm form = new TextForm(fields);
    return Shown.find(id, store)
        .map(shown -> tested(staff, shown, form))
        .orElseGet(pages::notFound);
  }

  private Response tested(Staff staff, Shown shown, TextForm form) {
    Optional<UUID> once = TextForm.uuid(form.text("form"));
    Optional<Recipient> recipient = form.recipient();
    Optional<Municipality> from =
        places.senders(shown.text().key()).stream()
            .filter(one -> form.municipality().equals(Optional.of(one.code())))
            .findFirst();
    if (once.isEmpty() || recipient.isEmpty() || from.isEmpty()) {
      return again(
          staff,
          shown,
          form,
          List.of("Vælg en kommune, og skriv et CPR-nummer eller et CVR-nummer til prøven."));
    }
    try {
      tests.send(once.get(), shown.text(), from.get(), recipient.get(), staff.getName());
    } catch (TextRefused e) {
      return again(staff, shown, form, e.problems());
    }
    return MessageTextsResource.to(
        shown.id() + "?municipality=" + from.get().code() + "&test=" + once.get());
  }

  private Response again(Staff staff, Shown shown, TextForm form, List<String> problems) {
    return views.show(staff, shown, form.municipality().orElse(null), "", problems);
  }
}

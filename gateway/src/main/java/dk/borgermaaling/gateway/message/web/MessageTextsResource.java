package dk.borgermaaling.gateway.message.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.message.MessageTemplate;
import dk.borgermaaling.gateway.message.TestStore;
import dk.borgermaaling.gateway.message.TextDesk;
import dk.borgermaaling.gateway.message.TextKey;
import dk.borgermaaling.gateway.message.TextRefused;
import dk.borgermaaling.gateway.message.TextStep;
import dk.borgermaaling.gateway.message.TextStore;
import dk.borgermaaling.gateway.message.TextVersion;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Texts from draft to use to their end, and tests of them. A post that is done leads on to a page;
 * one that is not done shows the page again with what is wrong.
 */
@Dependent
@StaffOnly
@OperatorsOnly
@Path(MessageTextsResource.PATH)
public class MessageTextsResource {
  static final String PATH = "/console/message-texts";
  private final TextStore store;
  private final TextDesk desk;
  private final TestStore testStore;
  private final TextPlaces places;
  private final TextPages views;
  private final StaffPages pages;

  @Inject
  public MessageTextsResource(
      TextStore store,
      TextDesk desk,
      TestStore testStore,
      TextPlaces places,
      TextPages views,
      StaffPages pages) {
    this.store = store;
    this.desk = desk;
    this.testStore = testStore;
    this.places = places;
    this.views = views;
    this.pages = pages;
  }

  @GET
  public Response list(@Context SecurityContext security) {
    return views.list(Staff.in(security), List.of());
  }

  /** A draft with the built-in words. */
  @POST
  public Response create(
      @FormParam("step") @DefaultValue("") String step,
      @FormParam("channel") @DefaultValue("") String channel,
      @FormParam("name") @DefaultValue("") String name,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    TextStep known = TextForm.step(step);
    Channel way = TextForm.channel(channel);
    if (known == null || way == null) {
      return views.list(staff, List.of("Vælg besked og kanal."));
    }
    try {
      return draft(staff, name, Shown.builtIn(known, way).text());
    } catch (TextRefused e) {
      return views.list(staff, e.problems());
    }
  }

  private Response draft(Staff staff, String name, MessageTemplate like) {
    TextVersion draft =
        desk.draft(new MessageTemplate(null, name, like.key(), like.parts()), staff.getName());
    return to(draft.id() + "/edit");
  }

  @GET
  @Path("{id}")
  public Response show(
      @PathParam("id") String id,
      @QueryParam("municipality") @DefaultValue("") String municipality,
      @QueryParam("test") @DefaultValue("") String test,
      @Context SecurityContext security) {
    String result = TextForm.uuid(test).flatMap(testStore::find).map(TextWords::result).orElse("");
    return find(id)
        .map(
            shown -> views.show(Staff.in(security), shown, sender(municipality), result, List.of()))
        .orElseGet(pages::notFound);
  }

  @GET
  @Path("{id}/edit")
  public Response edit(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return find(id)
        .filter(shown -> isOwnDraft(shown, staff))
        .map(shown -> views.edit(staff, shown, List.of()))
        .orElseGet(pages::notFound);
  }

  @POST
  @Path("{id}/edit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      @PathParam("id") String id,
      MultivaluedMap<String, String> fields,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    TextForm form = new TextForm(fields);
    return act(
        id,
        (uuid, shown) -> {
          MessageTemplate text = ofRound(form.over(shown.text()));
          Optional<LocalDate> from = form.day("from");
          if (from.isEmpty()) {
            return views.edit(
                staff,
                new Shown(shown.id(), text, shown.version()),
                List.of("Skriv den dag, teksten skal bruges fra."));
          }
          try {
            desk.edit(uuid, staff.getName(), text, from.get(), form.text("note"));
          } catch (TextRefused e) {
            return views.edit(staff, new Shown(shown.id(), text, shown.version()), e.problems());
          }
          return to(uuid + "/edit");
        });
  }

  /** A round is one municipality's. */
  private MessageTemplate ofRound(MessageTemplate text) {
    TextKey key = text.key();
    return places
        .ownerOf(key.round())
        .map(
            owner ->
                new MessageTemplate(
                    text.id(),
                    text.name(),
                    new TextKey(
                        owner,
                        key.round(),
                        key.surveyGroup(),
                        key.step(),
                        key.channel(),
                        key.language(),
                        key.variant()),
                    text.parts()))
        .orElse(text);
  }

  @POST
  @Path("{id}/propose")
  public Response propose(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return step(staff, id, uuid -> desk.propose(uuid, staff.getName()));
  }

  @POST
  @Path("{id}/confirm")
  public Response confirm(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return step(staff, id, uuid -> desk.confirm(uuid, staff.getName()));
  }

  @POST
  @Path("{id}/reject")
  public Response reject(
      @PathParam("id") String id,
      @FormParam("note") @DefaultValue("") String note,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return step(staff, id, uuid -> desk.reject(uuid, staff.getName(), note));
  }

  @POST
  @Path("{id}/end")
  public Response end(
      @PathParam("id") String id,
      @FormParam("note") @DefaultValue("") String note,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return step(staff, id, uuid -> desk.end(uuid, staff.getName(), note));
  }

  @POST
  @Path("{id}/delete")
  public Response delete(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return act(
        id,
        (uuid, shown) ->
            orProblems(
                staff,
                shown,
                () -> {
                  desk.delete(uuid, staff.getName());
                  return Response.seeOther(URI.create(PATH)).build();
                }));
  }

  /** A new draft with the same words. */
  @POST
  @Path("{id}/again")
  public Response again(@PathParam("id") String id, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    return find(id)
        .map(
            shown ->
                orProblems(staff, shown, () -> draft(staff, shown.text().name(), shown.text())))
        .orElseGet(pages::notFound);
  }

  private Response step(Staff staff, String id, Function<UUID, TextVersion> work) {
    return act(
        id, (uuid, shown) -> orProblems(staff, shown, () -> to(work.apply(uuid).id().toString())));
  }

  private interface Act {
    Response of(UUID id, Shown shown);
  }

  /** Built-in texts cannot be acted on. */
  private Response act(String id, Act act) {
    return TextForm.uuid(id)
        .flatMap(uuid -> store.find(uuid).map(version -> act.of(uuid, Shown.of(version))))
        .orElseGet(pages::notFound);
  }

  private Response orProblems(Staff staff, Shown shown, Supplier<Response> work) {
    try {
      return work.get();
    } catch (TextRefused e) {
      return views.show(staff, shown, null, "", e.problems());
    }
  }

  private static boolean isOwnDraft(Shown shown, Staff staff) {
    TextVersion version = shown.version();
    return version != null
        && version.state() == TextVersion.State.DRAFT
        && version.author().equals(staff.getName());
  }

  private Optional<Shown> find(String id) {
    return Shown.find(id, store);
  }

  static @Nullable MunicipalityCode sender(String code) {
    return code.matches("0[0-9]{3}") ? new MunicipalityCode(code) : null;
  }

  static Response to(String page) {
    return Response.seeOther(URI.create(PATH + "/" + page))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}

package dk.borgermaaling.gateway.message.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.message.TestSending;
import dk.borgermaaling.gateway.message.TextDesk;
import dk.borgermaaling.gateway.message.TextStore;
import dk.borgermaaling.gateway.web.Html;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Exactly the document that would be sent; nothing in it can run, load or be handed in. */
@Dependent
@StaffOnly
@OperatorsOnly
@Path(MessageTextsResource.PATH + "/{id}/document")
public class MessageDocumentResource {
  private static final String POLICY = "Content-Security-Policy";
  private final TextStore store;
  private final TextDesk desk;
  private final TestSending tests;
  private final TextPlaces places;
  private final StaffPages pages;

  @Inject
  public MessageDocumentResource(
      TextStore store, TextDesk desk, TestSending tests, TextPlaces places, StaffPages pages) {
    this.store = store;
    this.desk = desk;
    this.tests = tests;
    this.places = places;
    this.pages = pages;
  }

  @GET
  public Response document(
      @PathParam("id") String id,
      @QueryParam("municipality") @DefaultValue("") String municipality) {
    return Shown.find(id, store)
        .filter(shown -> TextPages.readable(desk.check(shown.text(), LocalDate.MIN)))
        .flatMap(
            shown ->
                TextPages.chosen(
                        places.senders(shown.text().key()),
                        MessageTextsResource.sender(municipality))
                    .map(from -> tests.preview(shown.text(), from).body().html()))
        .map(MessageDocumentResource::answer)
        .orElseGet(pages::notFound);
  }

  private static Response answer(String html) {
    return Html.page(200, html.getBytes(StandardCharsets.UTF_8))
        .header(POLICY, null)
        .header(POLICY, "default-src 'none'; frame-ancestors 'none'; sandbox")
        .build();
  }
}

package dk.borgermaaling.simulators.mailbox;

import dk.borgermaaling.simulators.Part;
import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Shows the mailboxes. */
public final class Mailbox implements Part {
  private final Mailboxes mailboxes;

  public Mailbox(Mailboxes mailboxes) {
    this.mailboxes = mailboxes;
  }

  @Override
  public String name() {
    return "mailbox";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/mailbox", request -> Reply.empty(302).with("Location", "/mailbox/")),
        Route.get("/mailbox/", this::people),
        Route.get("/mailbox/api/messages", request -> messages()),
        Route.get("/mailbox/people/{person}", this::person),
        Route.get("/mailbox/messages/{number}", this::letter),
        Route.get("/mailbox/messages/{number}/document", this::document));
  }

  private Reply people(Request request) {
    int page = Math.max(1, number(request.query("page").orElse("1")));
    return page(200, MailboxPages.people(mailboxes.all(), page));
  }

  private Reply person(Request request) {
    List<Mailboxes.Entry> letters = mailboxes.of(number(request.variable("person")));
    return letters.isEmpty() ? notFound() : page(200, MailboxPages.person(letters));
  }

  private Reply letter(Request request) {
    return entry(request)
        .map(entry -> page(200, MailboxPages.letter(entry)))
        .orElseGet(Mailbox::notFound);
  }

  /** The main document as it was sent; scripts in it do not run. */
  private Reply document(Request request) {
    return entry(request)
        .map(Mailboxes.Entry::letter)
        .filter(letter -> !letter.documentType().isEmpty())
        .map(
            letter ->
                Reply.of(
                        200,
                        letter.documentType().startsWith("text/")
                            ? letter.documentType() + ";charset=UTF-8"
                            : letter.documentType(),
                        Base64.getMimeDecoder().decode(letter.document()))
                    .with(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                    .with("X-Content-Type-Options", "nosniff"))
        .orElseGet(Mailbox::notFound);
  }

  private Optional<Mailboxes.Entry> entry(Request request) {
    return mailboxes.letter(number(request.variable("number")));
  }

  private Reply messages() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (Mailboxes.Entry entry : mailboxes.all()) {
      Letter letter = entry.letter();
      all.add(
          Json.createObjectBuilder()
              .add("recipient", letter.recipient())
              .add("channel", letter.channel())
              .add("invitation", letter.invitation())
              .add("step", letter.step())
              .add("messageUUID", letter.messageUuid())
              .add("label", letter.label())
              .add("link", letter.link())
              .add("receivedAt", letter.receivedAt().toString())
              .add("attempts", entry.attempts()));
    }
    return Reply.json(200, all.build());
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }

  private static Reply page(int status, String html) {
    return Reply.html(status, html)
        .with("Content-Security-Policy", "default-src 'self'; style-src 'unsafe-inline'")
        .with("Referrer-Policy", "no-referrer");
  }

  private static Reply notFound() {
    return page(404, MailboxPages.notFound());
  }

  @Override
  public JsonObject status() {
    return Json.createObjectBuilder().add("messages", mailboxes.size()).build();
  }
}

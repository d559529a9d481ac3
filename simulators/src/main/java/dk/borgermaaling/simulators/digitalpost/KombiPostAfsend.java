package dk.borgermaaling.simulators.digitalpost;

import static dk.borgermaaling.simulators.xml.Xml.escape;

import dk.borgermaaling.simulators.mailbox.Letter;
import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.sts.AccessTokens;
import dk.borgermaaling.simulators.sts.Registry;
import dk.borgermaaling.simulators.world.Person;
import dk.borgermaaling.simulators.world.Residents;
import dk.borgermaaling.simulators.xml.Xml;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.w3c.dom.Element;

/**
 * Accepts messages. What an XML schema would refuse is answered 400 with {@code error_response};
 * what the Postkomponent refuses by its own rules is answered 200 with {@code Result} false, also a
 * message whose sender is not the municipality of the access token (the real answer is not known).
 * A MeMo message that breaks its own rules is accepted and fails later.
 */
final class KombiPostAfsend {
  private static final Logger LOG = Logger.getLogger(KombiPostAfsend.class.getName());
  private static final int LARGEST_MESSAGE = 110_000_000;
  private static final int LARGEST_DOCUMENT_SHOWN = 400_000;

  private final AccessTokens tokens;
  private final ServiceDoor door;
  private final Residents residents;
  private final PostOffice office;
  private final Switches switches;

  KombiPostAfsend(AccessTokens tokens, Residents residents, PostOffice office, Switches switches) {
    this.tokens = tokens;
    this.door = new ServiceDoor(tokens, Registry.SEND, KombiPostAfsend::error);
    this.residents = residents;
    this.office = office;
    this.switches = switches;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/service/KombiPostAfsend_1/kombi", this::send).withMaxBody(LARGEST_MESSAGE),
        Route.post("/service/KombiPostAfsend_1/memos", this::send).withMaxBody(LARGEST_MESSAGE));
  }

  private Reply send(Request request) {
    return door.enter(request, this::answer);
  }

  private Reply answer(Request request, ServiceDoor.Caller caller) {
    if (!request.header("Content-Type").orElse("").startsWith("application/xml")) {
      return error(415, "415", "application/xml is required");
    }
    byte[] body = request.body();
    try {
      KombiRequest kombi = KombiRequest.read(body, !anyPrefix());
      Optional<PrintedLetter> printed = printed(kombi);
      Occasion call =
          printed.isPresent()
              ? switches.next(printed.get().recipient(), printed.get().id())
              : occasion(kombi);
      if (switches.applies(Switch.ERROR_500, call)) {
        return error(500, "500", "Kald til kilde fejlede");
      }
      if (switches.applies(Switch.UNAUTHORIZED, call)) {
        tokens.revoke(caller.token());
        return door.unauthorized("Token was expired");
      }
      if (switches.applies(Switch.RESULT_FALSE, call)) {
        throw new KombiRequest.Refused(false, "Forsendelsen kunne ikke behandles");
      }
      Optional<Integer> lost = switches.seconds(Switch.SLOW_AND_LOST, call);
      if (lost.isPresent()) {
        linger(lost.get());
        return Reply.hangUp();
      }
      return printed.isPresent()
          ? accept(printed.get(), body, caller, call)
          : accept(kombi, body, caller, call);
    } catch (KombiRequest.Refused e) {
      String text = String.valueOf(e.getMessage());
      return e.isSchema() ? error(400, "400", text) : rejected(text);
    }
  }

  private boolean anyPrefix() {
    return switches.applies(Switch.ANY_PREFIX, new Occasion("", "", 1));
  }

  private Occasion occasion(KombiRequest kombi) {
    String id = kombi.header("messageID");
    return switches.next(
        kombi.party("Recipient", "recipientID"), id.isEmpty() ? kombi.header("messageUUID") : id);
  }

  private Reply accept(KombiRequest kombi, byte[] body, ServiceDoor.Caller caller, Occasion call)
      throws KombiRequest.Refused {
    if (!kombi.party("Sender", "senderID").equals(caller.cvr())) {
      throw new KombiRequest.Refused(false, "Sender is not the authority of the access token");
    }
    Letter letter = letter(kombi);
    return accept(letter, fate(kombi, body, call), body, caller, call);
  }

  /** A letter says nothing of its sender: that is who the access token is for. */
  private Reply accept(
      PrintedLetter printed, byte[] body, ServiceDoor.Caller caller, Occasion call)
      throws KombiRequest.Refused {
    boolean shown = printed.pdf().length() <= LARGEST_DOCUMENT_SHOWN;
    Letter letter =
        new Letter(
            printed.recipient(),
            KombiRequest.PRINT,
            printed.id(),
            "",
            caller.cvr(),
            printed.title(),
            "",
            "",
            "",
            shown ? "application/pdf" : "",
            shown ? printed.pdf() : "",
            office.deliveryTime());
    Fate fate =
        switches.applies(Switch.FAILED_AFTER_RECEIVED, call)
            ? Fate.failedAfterReceived("1", "switched on")
            : Fate.DELIVERED;
    return accept(letter, fate, body, caller, call);
  }

  private static Optional<PrintedLetter> printed(KombiRequest kombi) throws KombiRequest.Refused {
    return kombi.channel().equals(KombiRequest.PRINT) && kombi.print().isPresent()
        ? Optional.of(PrintedLetter.read(kombi.print().get()))
        : Optional.empty();
  }

  private Reply accept(
      Letter letter, Fate fate, byte[] body, ServiceDoor.Caller caller, Occasion call)
      throws KombiRequest.Refused {
    String transmissionId = UUID.randomUUID().toString();
    CompletableFuture<Void> receipts =
        office.accept(transmissionId, caller.cvr(), letter, fate, body, call);
    if (switches.applies(Switch.RECEIPTS_BEFORE_ANSWER, call)) {
      await(receipts);
    }
    if (switches.applies(Switch.RESET_AFTER_ACCEPT, call)) {
      return Reply.hangUp();
    }
    switches.seconds(Switch.SLOW_BUT_ACCEPTED, call).ifPresent(KombiPostAfsend::linger);
    return received(transmissionId);
  }

  /** Decided at once, told later. */
  private Fate fate(KombiRequest kombi, byte[] body, Occasion call) {
    Optional<String> error = MemoValidator.firstError(body).or(() -> MemoRules.firstError(kombi));
    if (switches.applies(Switch.MEMO_INVALID, call)) {
      error = Optional.of("javax.xml.stream.XMLStreamException: switched on");
    }
    if (error.isPresent()) {
      return Fate.failed("memo.invalid", error.get());
    }
    if (switches.applies(Switch.FAILED_AFTER_RECEIVED, call)) {
      return Fate.failedAfterReceived("500", "switched on");
    }
    boolean registered = residents.byCpr(call.recipient()).map(Person::digitalPost).orElse(false);
    return registered
        ? Fate.DELIVERED
        : Fate.failed("recipient.not.registered", "The recipient has no mailbox");
  }

  private Letter letter(KombiRequest kombi) {
    Optional<Element> action = kombi.action();
    Optional<Element> file =
        kombi
            .mainDocument()
            .flatMap(main -> Xml.children(main, KombiRequest.MEMO, "File").stream().findFirst());
    String document = file.map(one -> text(one, "content")).orElse("");
    boolean shown = document.length() <= LARGEST_DOCUMENT_SHOWN;
    return new Letter(
        kombi.party("Recipient", "recipientID"),
        kombi.channel().equals(KombiRequest.NEM_SMS) ? KombiRequest.NEM_SMS : KombiRequest.DIGITAL,
        kombi.header("messageUUID"),
        kombi.header("messageID"),
        kombi.party("Sender", "label"),
        kombi.header("label"),
        kombi.header("notification"),
        action.map(one -> text(one, "label")).orElse(""),
        action
            .flatMap(one -> Xml.child(one, KombiRequest.MEMO, "EntryPoint"))
            .map(point -> text(point, "url"))
            .orElse(""),
        shown ? file.map(one -> text(one, "encodingFormat")).orElse("") : "",
        shown ? document : "",
        office.deliveryTime());
  }

  private static String text(Element parent, String name) {
    return Xml.childText(parent, KombiRequest.MEMO, name);
  }

  private static void await(CompletableFuture<Void> receipts) {
    try {
      receipts.get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.WARNING, "the receipts did not get through before the answer", e);
    }
  }

  private static void linger(int seconds) {
    try {
      TimeUnit.SECONDS.sleep(seconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Reply received(String transmissionId) {
    return Reply.of(
        200,
        "application/xml;charset=UTF-8",
        "<kombi_response><Result>true</Result><TransmissionID>"
            + transmissionId
            + "</TransmissionID><HovedoplysningerSvarREST><SvarReaktion><Advis><AdvisId>1</AdvisId>"
            + "<AdvisTekst>Received</AdvisTekst></Advis></SvarReaktion></HovedoplysningerSvarREST>"
            + "</kombi_response>");
  }

  private static Reply rejected(String text) {
    return Reply.of(
        200,
        "application/xml;charset=UTF-8",
        "<kombi_response><Result>false</Result>" + answer("400", text) + "</kombi_response>");
  }

  private static Reply error(int status, String id, String text) {
    return Reply.of(
        status,
        "application/xml;charset=UTF-8",
        "<error_response>" + answer(id, text) + "</error_response>");
  }

  private static String answer(String id, String text) {
    return "<HovedoplysningerSvarREST><SvarReaktion><Fejl><FejlId>"
        + id
        + "</FejlId><FejlTekst>"
        + escape(text)
        + "</FejlTekst></Fejl></SvarReaktion></HovedoplysningerSvarREST>";
  }
}

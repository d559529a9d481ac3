package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.beskedfordeler.MessageReader.UnreadableMessage;
import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventCodec;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.HandedIn;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of a message. Nobody is answered, so whatever is not stored is kept: a single event
 * with its own letter, and the message whole when it is refused whole or an event in it cannot be
 * read. All events are of Beskedfordeler, whatever they say of their source, and they must say
 * {@code OTHER}: nobody speaks here for a case system that the gateway hears itself.
 */
public final class Understanding {
  private final MessageReader reader;
  private final Responsible responsible;
  private final CaseEventIntake intake;
  private final DeadLetters letters;
  private final CaseEventCodec codec;

  public Understanding(
      MessageReader reader,
      Responsible responsible,
      CaseEventIntake intake,
      DeadLetters letters,
      CaseEventCodec codec) {
    this.reader = reader;
    this.responsible = responsible;
    this.intake = intake;
    this.letters = letters;
    this.codec = codec;
  }

  /** Joins the open transaction. */
  Understood understand(byte[] raw) {
    Message message;
    try {
      message = reader.read(raw);
    } catch (UnreadableMessage e) { // kept when it was pulled
      return new Understood(null, Refused.UNREADABLE.problem(), false);
    }
    MunicipalityCode municipality = null;
    try {
      municipality = responsible.municipalityOf(message);
      responsible.checkReceiver(message, municipality);
      return understand(municipality, reader.events(payload(message)));
    } catch (ProblemException e) {
      return new Understood(municipality, e.problem(), false);
    }
  }

  private static byte[] payload(Message message) {
    if (message.contents() != 1 || message.payloads().size() != 1) {
      throw Refused.NOT_ONE_PAYLOAD.exception();
    }
    try {
      return Base64.getDecoder().decode(message.payloads().get(0).replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw Refused.NOT_BASE64.exception();
    }
  }

  private Understood understand(MunicipalityCode municipality, List<HandedIn> batch) {
    List<CaseEvent> events = new ArrayList<>();
    Problem refusal = null;
    for (HandedIn one : batch) {
      if (!municipality.equals(one.municipality())) {
        throw Refused.OTHER_MUNICIPALITY.exception();
      }
      Optional<Problem> problem = problemOf(one);
      if (problem.isEmpty()) {
        events.add(ofBeskedfordeler(((HandedIn.Legible) one).event()));
      } else if (refusal == null) {
        refusal = problem.get();
      }
    }
    boolean stored = false;
    List<EventReceipt> receipts = events.isEmpty() ? List.of() : intake.register(events);
    for (int i = 0; i < receipts.size(); i++) {
      stored |= receipts.get(i) instanceof EventReceipt.Stored;
      if (receipts.get(i) instanceof EventReceipt.Rejected rejected) {
        setAside(events.get(i), rejected.problem());
      }
    }
    return new Understood(municipality, refusal, stored);
  }

  private static Optional<Problem> problemOf(HandedIn one) {
    return one instanceof HandedIn.Legible legible
        ? legible.event().source().problemForSenders()
        : Optional.of(((HandedIn.Illegible) one).problem());
  }

  /** What the tables do not know is kept by the intake. */
  private void setAside(CaseEvent event, Problem problem) {
    if (problem.type() != ProblemType.UNKNOWN_TARGET_GROUP) {
      letters.park(
          new DeadLetter(
              event.source(),
              event.municipality(),
              event.entityId(),
              problem.type().slug(),
              problem.publicDetail()),
          event.version(),
          new Told(CaseEventCodec.FORMAT, codec.write(event)));
    }
  }

  private static CaseEvent ofBeskedfordeler(CaseEvent event) {
    return new CaseEvent(
        event.eventId(),
        EventSource.BESKEDFORDELER,
        event.municipality(),
        event.entityId(),
        event.version(),
        event.withdrawn(),
        event.occurredAt(),
        event.recipient(),
        event.targetGroup(),
        event.course(),
        event.happening(),
        event.formerly());
  }

  /**
   * What came of a message.
   *
   * @param municipality absent when the envelope names none that is known
   * @param refusal why the message is kept whole; absent when nothing of it needs that
   * @param stored whether an event was new
   */
  record Understood(
      @Nullable MunicipalityCode municipality, @Nullable Problem refusal, boolean stored) {}
}

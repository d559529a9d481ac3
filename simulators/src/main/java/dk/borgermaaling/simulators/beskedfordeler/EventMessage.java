package dk.borgermaaling.simulators.beskedfordeler;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.contract.caseevent.RegisterCaseEvents;
import dk.borgermaaling.simulators.caller.CaseEventMessages;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.Town;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * One case event as a message, in the contract of the gateway within the envelope of the published
 * samples. The event has an id of its own: the story's is that of the town's own case system.
 */
final class EventMessage {
  private static final Duration TOO_LATE = Duration.ofDays(40);
  private static final JAXBContext CONTRACT = contract();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String ID =
      """
      <k:BeskedId><UUIDIdentifikator>${id}</UUIDIdentifikator></k:BeskedId>
      """;

  private static final String TEMPLATE =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <sts:ModtagBeskedInput xmlns="urn:oio:sagdok:3.0.0" xmlns:k="urn:oio:besked:kuvert:1.0" xmlns:sts="urn:oio:sts:1.0.0">
        <k:Haendelsesbesked>
          ${besked}<k:BeskedVersion>1.0</k:BeskedVersion>
          <k:Beskedkuvert>
            <k:Filtreringsdata>
              <k:Beskedtype><UUIDIdentifikator>7c1f6f60-6d1a-4a0d-9b57-1f2f3c5a9e44</UUIDIdentifikator></k:Beskedtype>
              <k:TilladtModtager><URNIdentifikator>urn:oio:cvr-nr:${cvr}</URNIdentifikator></k:TilladtModtager>
              <k:ObjektRegistrering>
                <k:Registreringstidspunkt><TidsstempelDatoTid>${at}</TidsstempelDatoTid></k:Registreringstidspunkt>
                <k:ObjektAnsvarligMyndighed><URNIdentifikator>urn:oio:cvr-nr:${cvr}</URNIdentifikator></k:ObjektAnsvarligMyndighed>
                <k:OpgaveEmne><URNIdentifikator>urn:oio:kle:15.20.00</URNIdentifikator></k:OpgaveEmne>
              </k:ObjektRegistrering>
            </k:Filtreringsdata>
            <k:Leveranceinformation>
              <k:Dannelsestidspunkt><TidsstempelDatoTid>${created}</TidsstempelDatoTid></k:Dannelsestidspunkt>
              <k:Leveranceruter>
                <k:Leverancerute>
                  <k:LeveranceTidspunkt><TidsstempelDatoTid>${created}</TidsstempelDatoTid></k:LeveranceTidspunkt>
                  <k:LeveranceruteLokalUdvidelse><k:AntalLeveranceforsoeg>${attempt}</k:AntalLeveranceforsoeg></k:LeveranceruteLokalUdvidelse>
                </k:Leverancerute>
              </k:Leveranceruter>
            </k:Leveranceinformation>
          </k:Beskedkuvert>
          <k:Beskeddata>
            <Base64 xmlns="${namespace}" content-type="application/xml" encoding="UTF-8" file-type=".xml">${payload}</Base64>
          </k:Beskeddata>
        </k:Haendelsesbesked>
      </sts:ModtagBeskedInput>
      """;

  private EventMessage() {}

  /**
   * The message.
   *
   * @param attempt 1 for the first delivery
   * @param now business time
   */
  static String write(
      StoryEvent event, UUID beskedId, int attempt, Set<EventFault> faults, Instant now) {
    boolean otherNamespace = faults.contains(EventFault.WRONG_NAMESPACE);
    return TEMPLATE
        .replace("${besked}", faults.contains(EventFault.MISSING_ID) ? "" : ID.strip())
        .replace("${id}", beskedId.toString())
        .replace("${cvr}", town(event, faults).cvr())
        .replace("${at}", TIME.format(event.occurredAt()))
        .replace("${created}", TIME.format(now))
        .replace("${attempt}", Integer.toString(attempt))
        .replace(
            "${namespace}", otherNamespace ? "urn:oio:besked:kuvert:1.0" : "urn:besked:kuvert:1.0")
        .replace(
            "${payload}",
            Base64.getEncoder()
                .encodeToString(payload(event, faults).getBytes(StandardCharsets.UTF_8)));
  }

  private static Town town(StoryEvent event, Set<EventFault> faults) {
    if (!faults.contains(EventFault.WRONG_MUNICIPALITY)) {
      return event.town();
    }
    return event.town() == Town.ODENSE ? Town.AARHUS : Town.ODENSE;
  }

  static String payload(StoryEvent told, Set<EventFault> faults) {
    boolean late = faults.contains(EventFault.LATE);
    StoryEvent event = late ? earlier(told) : told;
    CaseEvent own = CaseEventMessages.of(event);
    own.setEventId(named("event " + late + told.eventId()).toString());
    RegisterCaseEvents batch = new RegisterCaseEvents();
    batch.getCaseEvent().add(own);
    String xml = marshal(batch);
    return faults.contains(EventFault.UNPARSABLE_PAYLOAD)
        ? xml.substring(0, xml.length() / 2)
        : xml;
  }

  /** An event of an entity of its own, so that it contradicts nothing. */
  private static StoryEvent earlier(StoryEvent event) {
    return new StoryEvent(
        event.eventId(),
        event.town(),
        event.citizen(),
        event.companyCvr(),
        named("late " + event.entityId()),
        event.version(),
        event.withdrawn(),
        event.occurredAt().minus(TOO_LATE),
        event.toldAt(),
        event.kind(),
        event.group(),
        event.details());
  }

  static UUID named(String name) {
    return UUID.nameUUIDFromBytes(("beskedfordeler " + name).getBytes(StandardCharsets.UTF_8));
  }

  private static String marshal(RegisterCaseEvents batch) {
    StringWriter text = new StringWriter();
    try {
      Marshaller marshaller = CONTRACT.createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
      marshaller.marshal(batch, text);
    } catch (JAXBException e) {
      throw new IllegalStateException("an event cannot be written as XML", e);
    }
    return text.toString();
  }

  private static JAXBContext contract() {
    try {
      return JAXBContext.newInstance(RegisterCaseEvents.class);
    } catch (JAXBException e) {
      throw new IllegalStateException("our own contract cannot be read", e);
    }
  }
}

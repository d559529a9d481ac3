package dk.borgermaaling.gateway.beskedfordeler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;

/** Messages with case events, in the shape of the real ones; each part can be another one. */
record Deliveries(UUID id, String authority, String receiver, int attempt, String payload) {
  static final String ODENSE = "urn:oio:cvr-nr:35209115";
  static final String AARHUS = "urn:oio:cvr-nr:55133018";
  static final String CPR = "6701809995";

  static Deliveries of(String... events) {
    return new Deliveries(UUID.randomUUID(), ODENSE, ODENSE, 1, batch(events));
  }

  Deliveries by(String newAuthority) {
    return new Deliveries(id, newAuthority, receiver, attempt, payload);
  }

  Deliveries to(String newReceiver) {
    return new Deliveries(id, authority, newReceiver, attempt, payload);
  }

  Deliveries again() {
    return new Deliveries(id, authority, receiver, attempt + 1, payload);
  }

  Deliveries with(String newPayload) {
    return new Deliveries(id, authority, receiver, attempt, newPayload);
  }

  String text() {
    return template()
        .replace("@BESKED-ID@", id.toString())
        .replace("@AUTHORITY@", authority)
        .replace("@RECEIVER@", receiver)
        .replace("@ATTEMPT@", Integer.toString(attempt))
        .replace(
            "@PAYLOAD@",
            Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8)));
  }

  byte[] raw() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  static String batch(String... events) {
    return "<registerCaseEvents xmlns=\"http://borgermaaling.dk/contract/case-event/1\">"
        + String.join("", events)
        + "</registerCaseEvents>";
  }

  /** A conversation of Odense. */
  static String event(String entity, int version, String group) {
    return """
        <caseEvent><eventId>%s</eventId><source>OTHER</source><municipalityCode>0461</municipalityCode>\
        <entityId>%s</entityId><version>%d</version><occurredAt>2026-11-20T09:00:00Z</occurredAt>\
        <recipient><cprNumber>%s</cprNumber></recipient><targetGroup><codeSystem>LAB6</codeSystem>\
        <code>%s</code><startDate>2026-01-05</startDate></targetGroup><conversationHeld>\
        <date>2026-11-20</date><typeId>7</typeId><form>IN_PERSON</form></conversationHeld></caseEvent>"""
        .formatted(
            UUID.nameUUIDFromBytes((entity + version).getBytes(StandardCharsets.UTF_8)),
            entity,
            version,
            CPR,
            group);
  }

  private static String template() {
    try (InputStream in =
        Objects.requireNonNull(
            Deliveries.class.getResourceAsStream("/beskedfordeler/case-events.xml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dk.borgermaaling.gateway.notification.kombit;

import dk.borgermaaling.gateway.access.kombit.SafeXml;
import dk.borgermaaling.gateway.access.kombit.SafeXml.UnsafeXml;
import dk.borgermaaling.gateway.beskedfordeler.MessageReader.UnreadableMessage;
import dk.borgermaaling.gateway.notification.PostStatus;
import dk.borgermaaling.gateway.notification.ReceiptEnvelope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Reads {@code ModtagBeskedInput} (push) or a bare {@code Haendelsesbesked} (pull) and the
 * PKO_PostStatus inside it, by local names. The payload stands in an element Base64 whose namespace
 * lacks the {@code oio} of the envelope's own.
 */
public final class EnvelopeReader implements ReceiptEnvelope.Reader {
  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  @Override
  public ReceiptEnvelope read(byte[] raw) throws UnreadableMessage {
    Element message = message(raw);
    Optional<Element> filter = SafeXml.at(message, "Beskedkuvert", "Filtreringsdata");
    return new ReceiptEnvelope(
        identifier(message, "BeskedId"),
        filter.flatMap(data -> identifier(data, "Beskedtype")),
        filter.map(EnvelopeReader::systems).orElse(Set.of()),
        SafeXml.text(message, "Beskeddata", "Base64").flatMap(EnvelopeReader::status));
  }

  private static Element message(byte[] raw) throws UnreadableMessage {
    try {
      Element root = SafeXml.parse(raw);
      if ("Haendelsesbesked".equals(root.getLocalName())) {
        return root;
      }
      if ("ModtagBeskedInput".equals(root.getLocalName())) {
        return SafeXml.child(root, "Haendelsesbesked")
            .orElseThrow(() -> new UnreadableMessage("no message in it"));
      }
      throw new UnreadableMessage("another root element");
    } catch (UnsafeXml e) {
      throw new UnreadableMessage("not XML that we read");
    }
  }

  private static Set<String> systems(Element filter) {
    return SafeXml.children(filter, "RelateretObjekt")
        .flatMap(related -> identifier(related, "ObjektId").stream())
        .collect(Collectors.toSet());
  }

  private static Optional<String> identifier(Element parent, String name) {
    return SafeXml.text(parent, name, "UUIDIdentifikator")
        .or(() -> SafeXml.text(parent, name, "URNIdentifikator"))
        .filter(id -> id.length() <= 200)
        .map(id -> id.toLowerCase(Locale.ROOT));
  }

  private static Optional<PostStatus> status(String base64) {
    try {
      Element root = SafeXml.parse(Base64.getMimeDecoder().decode(base64));
      if (!"PKO_PostStatus".equals(root.getLocalName())) {
        return Optional.empty();
      }
      Optional<Instant> at =
          SafeXml.text(root, "TransaktionsDatoTid").flatMap(EnvelopeReader::time);
      Optional<String> status = SafeXml.text(root, "TransaktionsStatusKode");
      if (at.isEmpty() || status.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new PostStatus(
              uuid(root, "MessageUUID").orElse(null),
              uuid(root, "AfsendelseIdentifikator").orElse(null),
              uuid(root, "TransmissionId").or(() -> uuid(root, "CorrelationId")).orElse(null),
              SafeXml.text(root, "KanalKode").orElse(null),
              at.get(),
              status.get(),
              SafeXml.text(root, "FejlDetaljer", "FejlKode").orElse(null),
              SafeXml.text(root, "FejlDetaljer", "FejlTekst").orElse(null)));
    } catch (UnsafeXml | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<UUID> uuid(Element root, String name) {
    return SafeXml.text(root, name).filter(UUIDS.asMatchPredicate()).map(UUID::fromString);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

package dk.borgermaaling.gateway.notification.kombit;

import dk.borgermaaling.gateway.access.kombit.SafeXml;
import dk.borgermaaling.gateway.access.kombit.SafeXml.UnsafeXml;
import dk.borgermaaling.gateway.notification.PostStatus;
import dk.borgermaaling.gateway.notification.ReceiptEnvelope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.w3c.dom.Element;

/**
 * Reads {@code ModtagBeskedInput} (push) or a bare {@code Haendelsesbesked} (pull) and the
 * PKO_PostStatus inside it, by local names. The payload stands in an element Base64 whose namespace
 * lacks the {@code oio} of the envelope's own.
 */
public final class EnvelopeReader implements ReceiptEnvelope.Reader {
  @Override
  public ReceiptEnvelope read(byte[] raw) throws ReceiptEnvelope.UnreadableReceipt {
    Element message = message(raw);
    return new ReceiptEnvelope(
        identifier(message, "BeskedId"),
        SafeXml.at(message, "Beskedkuvert", "Filtreringsdata")
            .flatMap(filter -> identifier(filter, "Beskedtype")),
        SafeXml.text(message, "Beskeddata", "Base64").flatMap(EnvelopeReader::status));
  }

  private static Element message(byte[] raw) throws ReceiptEnvelope.UnreadableReceipt {
    try {
      Element root = SafeXml.parse(raw);
      if ("Haendelsesbesked".equals(root.getLocalName())) {
        return root;
      }
      if ("ModtagBeskedInput".equals(root.getLocalName())) {
        return SafeXml.child(root, "Haendelsesbesked")
            .orElseThrow(() -> new ReceiptEnvelope.UnreadableReceipt("no message in it"));
      }
      throw new ReceiptEnvelope.UnreadableReceipt("another root element");
    } catch (UnsafeXml e) {
      throw new ReceiptEnvelope.UnreadableReceipt("not XML that we read");
    }
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
              at.get(),
              status.get(),
              SafeXml.text(root, "FejlDetaljer", "FejlKode").orElse(null),
              SafeXml.text(root, "FejlDetaljer", "FejlTekst").orElse(null)));
    } catch (UnsafeXml | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<UUID> uuid(Element root, String name) {
    try {
      return SafeXml.text(root, name).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

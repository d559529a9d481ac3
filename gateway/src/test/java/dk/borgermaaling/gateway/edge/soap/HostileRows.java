package dk.borgermaaling.gateway.edge.soap;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Attacks, and messages off the profile. */
final class HostileRows extends Rows {
  private static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  private final Identity otherIssuer;
  private final Identity stranger;

  HostileRows(
      Supplier<TestToken> token,
      Function<TestToken, RawMessage> message,
      Identity otherIssuer,
      Identity stranger) {
    super(token, message);
    this.otherIssuer = otherIssuer;
    this.stranger = stranger;
    signature();
    wrapping();
    tokens();
    times();
    addressing();
    header();
  }

  private void signature() {
    tampered(
        "unsigned",
        xml ->
            xml.replaceAll(
                "(?s)<Signature(?=[^>]*><SignedInfo[^>]*><Cano"
                    + "nicalizationMethod[^>]*/><SignatureMethod[^>]*/><Reference URI=\"#body\").*?"
                    + "</Signature>",
                ""));
    row("signed by another key", m -> m.signer(stranger));
    tampered("body changed", xml -> xml.replace("6101901234", "6101901235"));
    tampered("date in the body changed", xml -> xml.replace("2026-03-02", "2026-03-03"));
    tampered("message id changed", xml -> xml.replace("urn:uuid:", "urn:uuid:0"));
    for (String id : new String[] {"body", "ts", "action", "mid", "to", "reply", "str"}) {
      row("not signed: " + id, m -> m.notSigning(id));
    }
    row("message rsa-sha1", m -> m.signedWith(XmlSigner.RSA_SHA1, XmlSigner.SHA256));
    row("message sha1 digests", m -> m.signedWith(XmlSigner.RSA_SHA256, XmlSigner.SHA1));
    tampered("two signatures", xml -> doubled(xml, "<Signature xmlns=", "</Signature>"));
    tampered(
        "an empty second signature",
        xml ->
            xml.replace(
                "</wsse:Security>",
                "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/></wsse:Security>"));
    row(
        "signed by a certificate in the header",
        m -> m.keyFromCertificate(stranger).signer(stranger));
    rows.put(
        "signed by the holder's certificate instead of the token",
        () -> {
          TestToken good = token.get();
          return message.apply(good).keyFromCertificate(good.holder).bytes();
        });
  }

  private void wrapping() {
    tampered("a second body", xml -> xml.replace("</s:Body>", "</s:Body><s:Body/>"));
    tampered(
        "the signed body in a header block, a forged one in its place",
        xml -> wrapped(xml, "<s:Body wsu:Id=\"forged\">"));
    tampered("the same with the same id", xml -> wrapped(xml, "<s:Body wsu:Id=\"body\">"));
    tampered("the same without an id", xml -> wrapped(xml, "<s:Body>"));
    tampered(
        "the signed body inside the forged one",
        xml -> {
          String signed = between(xml, "<s:Body", "</s:Body>");
          return xml.replace(
              signed, signed.replace("\"body\"", "\"x\"").replace("</c:reg", signed + "</c:reg"));
        });
    tampered(
        "an envelope inside the body", xml -> xml.replace("</s:Body>", "<s:Envelope/></s:Body>"));
    tampered("a second header", xml -> xml.replace("<s:Body", "<s:Header/><s:Body"));
    tampered("a second To", xml -> xml.replace("<wsa:ReplyTo", "<wsa:To>x</wsa:To><wsa:ReplyTo"));
    tampered(
        "a second MessageID",
        xml -> xml.replace("<wsa:ReplyTo", "<wsa:MessageID>urn:x:y</wsa:MessageID><wsa:ReplyTo"));
    tampered(
        "an id used twice", xml -> xml.replace("<wsa:ReplyTo", "<x Id=\"body\"/><wsa:ReplyTo"));
    tampered("the assertion twice", xml -> doubled(xml, "<Assertion", "</Assertion>"));
    tampered(
        "another's assertion besides",
        xml ->
            xml.replaceFirst(
                "<wsse:SecurityTokenReference ",
                token.get().xml() + "<wsse:SecurityTokenReference "));
    tampered(
        "the assertion wrapped in a header block",
        xml ->
            xml.replace(
                "<wsse:Security ",
                "<x>" + between(xml, "<Assertion", "</Assertion>") + "</x><wsse:Security "));
    tampered("no timestamp", xml -> xml.replaceFirst("(?s)<wsu:Timestamp.*</wsu:Timestamp>", ""));
    tampered("no assertion", xml -> xml.replaceFirst("(?s)<Assertion.*</Assertion>", ""));
    tampered("two timestamps", xml -> doubled(xml, "<wsu:Timestamp", "</wsu:Timestamp>"));
  }

  private void tokens() {
    tokenRow("bearer", t -> t.method("bearer"));
    tokenRow("sender-vouches", t -> t.method("sender-vouches"));
    tokenRow("rsa-sha1 token", t -> t.signedWith(XmlSigner.RSA_SHA1, XmlSigner.SHA256));
    tokenRow("sha1 digest in the token", t -> t.signedWith(XmlSigner.RSA_SHA256, XmlSigner.SHA1));
    tokenRow("token of another certificate of the same CA", t -> issuer(t, otherIssuer));
    tokenRow("token issued by its holder", t -> issuer(t, t.holder));
    tokenRow("token of an unknown CA", t -> issuer(t, Identity.authority("Test CA")));
    tokenRow("another audience", t -> t.audience("http://borgermaaling.dk/service/other/1"));
    tokenRow(
        "two audiences",
        t -> t.edited(x -> x.replace("<Audience>", "<Audience>urn:x</Audience><Audience>")));
    tokenRow(
        "one time use",
        t -> t.edited(x -> x.replace("</Conditions>", "<OneTimeUse/></Conditions>")));
    tokenRow(
        "no audience",
        t -> t.edited(x -> x.replaceAll("<AudienceRestriction>.*</AudienceRestriction>", "")));
    tokenRow(
        "two CVR attributes",
        t ->
            t.edited(
                x ->
                    x.replace(
                        "<AttributeStatement>",
                        "<AttributeStatement><Attribute Name=\"dk:gov:saml:attribute:CvrNumber"
                            + "Identifier\"><AttributeValue>11111111</AttributeValue>"
                            + "</Attribute>")));
    tokenRow(
        "no assurance level",
        t -> t.edited(x -> x.replace("attribute:AssuranceLevel", "attribute:Other")));
    tampered(
        "CVR in the token changed",
        xml -> xml.replaceFirst("<AttributeValue>\\d{8}<", "<AttributeValue>11111111<"));
    tampered(
        "a comment in the token",
        xml -> xml.replaceFirst("<AttributeValue>(\\d{4})", "<AttributeValue>$1<!---->"));
    rows.put(
        "token unsigned",
        () ->
            message
                .apply(token.get())
                .assertion(xml -> xml.replaceAll("<Signature.*</Signature>", ""))
                .bytes());
    rows.put(
        "token of another holder",
        () -> {
          TestToken stolen = token.get();
          return message.apply(stolen).signer(stranger).bytes();
        });
  }

  private void times() {
    Instant now = Instant.now();
    Duration day = Duration.ofDays(1);
    tokenRow("token expired", t -> t.valid(now.minus(Duration.ofHours(9)), Duration.ofHours(8)));
    tokenRow("token not valid yet", t -> t.valid(now.plus(day), Duration.ofHours(8)));
    tokenRow("token for ten years", t -> t.valid(now, day.multipliedBy(3650)));
    tokenRow("token for nine hours", t -> t.valid(now, Duration.ofHours(9)));
    row("timestamp expired", m -> m.created(now.minusSeconds(600), Duration.ofMinutes(5)));
    row("timestamp from the future", m -> m.created(now.plusSeconds(600), Duration.ofMinutes(5)));
    row("timestamp for a day", m -> m.created(now, day));
    row("timestamp ends before it starts", m -> m.created(now, Duration.ofMinutes(-1)));
    row("no expiry", m -> m.edited(xml -> xml.replaceAll("<wsu:Expires>.*</wsu:Expires>", "")));
  }

  private void addressing() {
    row("addressed to somebody else", m -> m.to("https://elsewhere.test/soap/case-events"));
    row("another action", m -> m.action(RawMessage.ACTION + "Response"));
    row("message id is no IRI", m -> m.messageId("42"));
    row(
        "no message id",
        m ->
            m.notSigning("mid")
                .edited(xml -> xml.replaceAll("<wsa:MessageID.*</wsa:MessageID>", "")));
    row(
        "answer to another host",
        m ->
            m.edited(
                xml ->
                    xml.replace(
                        "http://www.w3.org/2005/08/addressing/anonymous",
                        "http://evil.test/answers")));
  }

  private void header() {
    row(
        "no security header",
        m -> m.tampered(xml -> xml.replaceAll("(?s)<wsse:Security .*</wsse:Security>", "")));
    tampered(
        "two security headers",
        xml ->
            xml.replace(
                "</s:Header>",
                "<wsse:Security xmlns:wsse=\"" + WSSE + "\" s:role=\"urn:x\"/></s:Header>"));
    tampered(
        "security for another role",
        xml ->
            xml.replace(
                "s:mustUnderstand=\"1\"",
                "s:mustUnderstand=\"1\" s:role=\"http://www.w3.org/2003/05/soap-envelope/role/next\""));
    tampered(
        "a user name token",
        xml ->
            xml.replace(
                "</wsse:Security>",
                "<wsse:UsernameToken><wsse:Username>x</wsse:Username></wsse:UsernameToken>"
                    + "</wsse:Security>"));
    tampered(
        "an encrypted body",
        xml ->
            xml.replaceAll(
                "(?s)<c:register.*</c:register\\w+>",
                "<EncryptedData xmlns=\"http://www.w3.org/2001/04/xmlenc#\"/>"));
    tampered(
        "an encrypted assertion",
        xml ->
            xml.replace(
                "</wsse:Security>",
                "<EncryptedAssertion xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\"/></wsse:Security>"));
    row(
        "an unsigned Framework header",
        m ->
            m.edited(
                xml ->
                    xml.replace(
                        "<wsa:ReplyTo",
                        "<sbf:Framework xmlns:sbf=\"urn:liberty:sb:2006-08\" version=\"2.0\"/><wsa:ReplyTo")));
    tampered(
        "nothing but an envelope",
        xml ->
            "<s:Envelope xmlns:s=\""
                + between(xml, "<s:Envelope xmlns:s=\"", "\" ").split("\"", -1)[1]
                + "\"><s:Header/><s:Body/></s:Envelope>");
  }

  /** Moves the signed body into a header block and puts a forged one where it stood. */
  private static String wrapped(String xml, String start) {
    String signed = between(xml, "<s:Body", "</s:Body>");
    String forged =
        signed
            .replaceFirst("<s:Body[^>]*>", start)
            .replace("6101901234", "6202801234")
            .replaceFirst("(<c:eventId>)[^<]*", "$1" + UUID.randomUUID());
    return xml.replace(signed, forged)
        .replace("<wsse:Security ", "<x xmlns=\"urn:x\">" + signed + "</x><wsse:Security ");
  }

  private static String doubled(String xml, String start, String end) {
    String part = between(xml, start, end);
    return xml.replace(part, part + part);
  }

  private static String between(String xml, String start, String end) {
    int from = xml.lastIndexOf(start);
    return xml.substring(from, xml.indexOf(end, from) + end.length());
  }
}

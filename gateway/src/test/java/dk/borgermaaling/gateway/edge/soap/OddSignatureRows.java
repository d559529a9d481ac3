package dk.borgermaaling.gateway.edge.soap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tokens and signatures that are written as nobody writes them and hold all the same. */
final class OddSignatureRows extends Rows {
  OddSignatureRows(Supplier<TestToken> token, Function<TestToken, RawMessage> message) {
    super(token, message);
    tokens();
    signatures();
  }

  private void tokens() {
    for (int minutes : new int[] {2, 60, 479}) {
      tokenRow(
          "a token of " + minutes + " min",
          t -> t.valid(Instant.now().minusSeconds(30), Duration.ofMinutes(minutes)));
    }
    tokenRow(
        "a token of tomorrow's minute",
        t -> t.valid(Instant.now().plusSeconds(30), Duration.ofHours(1)));
    tokenRow(
        "a token with another attribute",
        t ->
            t.edited(
                x ->
                    x.replace(
                        "</AttributeStatement>",
                        "<Attribute Name=\"urn:x\"><AttributeValue>y</AttributeValue></Attribute></AttributeStatement>")));
    tokenRow(
        "a token with a friendly name",
        t ->
            t.edited(
                x ->
                    x.replace(
                        "<Attribute Name=\"dk:gov:saml:attribute:CvrNumberIdentifier\"",
                        "<Attribute FriendlyName=\"CVR\" Name=\"dk:gov:saml:attribute:CvrNumberIdentifier\"")));
    rows.put(
        "a token with prefixes",
        () ->
            message
                .apply(token.get().edited(OddSignatureRows::prefixed))
                .plainAssertionReference()
                .notSigning("str")
                .bytes());
    tokenRow(
        "a token whose certificate has lines", t -> t.edited(x -> lines(x, "<X509Certificate>")));
    tokenRow(
        "a token whose privileges have lines",
        t ->
            t.edited(
                x ->
                    lines(
                        x,
                        "Privileges_intermediate\" NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:basic\"><AttributeValue>")));
    tokenRow(
        "a token of another session",
        t -> t.edited(x -> x.replace("<AuthnStatement ", "<AuthnStatement SessionIndex=\"_1\" ")));
  }

  /** All of SAML's elements with a prefix; the signature keeps its default namespace. */
  private static String prefixed(String xml) {
    return xml.replaceAll(
            "<(/?)(?=Assertion|Issuer|Subject|NameID|Conditions|Audience|Attribute|Authn)",
            "<$1saml2:")
        .replace(
            "xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\"",
            "xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\"")
        .replace("a:type=\"KeyInfo", "a:type=\"saml2:KeyInfo");
  }

  private static String lines(String xml, String before) {
    int from = xml.lastIndexOf(before) + before.length();
    int to = xml.indexOf('<', from);
    return xml.substring(0, from)
        + xml.substring(from, to).replaceAll("(.{64})", "$1\n")
        + xml.substring(to);
  }

  private void signatures() {
    row(
        "a signature value in lines",
        m -> m.shaped(s -> s.whole(x -> lines(x, "<SignatureValue>"))));
    row(
        "digests with space around them",
        m ->
            m.shaped(
                s ->
                    s.signedInfo(
                        x -> x.replaceAll("<DigestValue>([^<]*)", "<DigestValue>\n$1\n"))));
    row(
        "space within SignedInfo",
        m -> m.shaped(s -> s.signedInfo(x -> x.replace("<Reference ", "\n  <Reference "))));
    row(
        "an id on the signature",
        m ->
            m.shaped(s -> s.whole(x -> x.replaceFirst("<Signature ", "<Signature Id=\"sig-1\" "))));
    row(
        "an id on KeyInfo",
        m -> m.shaped(s -> s.whole(x -> x.replaceFirst("<KeyInfo>", "<KeyInfo Id=\"key-1\">"))));
    row(
        "a prefix in the signature",
        m -> m.shaped(s -> s.signedInfo(OddSignatureRows::ds).whole(OddSignatureRows::dsAround)));
    for (String prefixes : new String[] {"s", "wsu", "wsa s", "wsse wsu s"}) {
      row("parts with the prefixes " + prefixes, m -> m.shaped(s -> s.inclusive(prefixes)));
    }
    row(
        "the token referred to by an id on the reference",
        m ->
            m.keyInfo(
                k ->
                    k.replaceFirst(
                        "<wsse:SecurityTokenReference ",
                        "<wsse:SecurityTokenReference xmlns:wsu=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd\" wsu:Id=\"key-ref\" ")));
    rows.put(
        "without a line",
        () -> message.apply(token.get()).xml().replace("\n", "").getBytes(StandardCharsets.UTF_8));
  }

  private static String ds(String xml) {
    return xml.replaceAll("<(/?)(?=[A-Z])", "<$1ds:")
        .replace(
            "xmlns=\"http://www.w3.org/2000/09/xmldsig#\"",
            "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"");
  }

  private static String dsAround(String xml) {
    return xml.replaceAll("<(/?)(?=Signature[ >]|SignatureValue|KeyInfo)", "<$1ds:")
        .replaceFirst("xmlns=\"", "xmlns:ds=\"");
  }
}

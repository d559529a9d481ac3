package dk.borgermaaling.gateway.edge.soap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Tokens that our token service would sign, and that are none of ours all the same. */
final class TokenRows extends Rows {
  private static final String PRIVILEGES = "(Privileges_intermediate\"[^>]*><AttributeValue>)[^<]*";

  TokenRows(Supplier<TestToken> token, Function<TestToken, RawMessage> message) {
    super(token, message);
    audience();
    holder();
    times();
    shape();
    privileges();
    disguised();
  }

  private void edited(String name, UnaryOperator<String> change) {
    tokenRow(
        "token: " + name,
        t ->
            t.edited(
                xml -> {
                  String changed = change.apply(xml);
                  if (changed.equals(xml)) {
                    throw new IllegalStateException("nothing was changed: " + name);
                  }
                  return changed;
                }));
  }

  private void audience() {
    String own = TestToken.AUDIENCE;
    for (String other :
        new String[] {
          own + "/",
          own + "0",
          own.toUpperCase(java.util.Locale.ROOT),
          own.replace("http:", "https:"),
          own + "?",
          own + "#",
          own.replace("borgermaaling", "xn--borgermling-95a"),
          "http://borgermaaling.dk/service/case-event",
          "https://localhost:9443/soap/case-events",
          "",
          "*",
          own + " " + own
        }) {
      tokenRow("token: for <" + other + ">", t -> t.audience(other));
    }
    edited(
        "an audience in a proxy restriction alone",
        x -> x.replace("AudienceRestriction", "ProxyRestriction"));
    edited(
        "two restrictions",
        x -> x.replaceFirst("(<AudienceRestriction>.*</AudienceRestriction>)", "$1$1"));
    edited(
        "a condition that nobody knows",
        x -> x.replace("</Conditions>", "<Condition/></Conditions>"));
    edited("no conditions", x -> x.replaceFirst("<Conditions.*</Conditions>", ""));
  }

  private void holder() {
    edited("no subject", x -> x.replaceFirst("<Subject>.*</Subject>", ""));
    edited(
        "no confirmation",
        x -> x.replaceFirst("<SubjectConfirmation .*</SubjectConfirmation>", ""));
    edited(
        "no confirmation data",
        x -> x.replaceFirst("(?s)<SubjectConfirmationData.*</SubjectConfirmationData>", ""));
    edited(
        "two confirmations",
        x -> x.replaceFirst("(<SubjectConfirmation .*</SubjectConfirmation>)", "$1$1"));
    edited(
        "a bearer besides",
        x ->
            x.replace(
                "</Subject>",
                "<SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\"/></Subject>"));
    edited(
        "a holder without a key",
        x -> x.replaceFirst("(?s)<KeyInfo .*?</KeyInfo>(?=</SubjectConf)", ""));
    edited(
        "two keys of the holder",
        x -> x.replaceFirst("(<X509Data>.*</X509Data>)(?=</KeyInfo></SubjectConf)", "$1$1"));
    edited(
        "the holder's key in another namespace",
        x ->
            x.replace(
                "<KeyInfo xmlns=\"http://www.w3.org/2000/09/xmldsig#\">",
                "<KeyInfo xmlns=\"urn:x\">"));
    edited(
        "a certificate that is none",
        x -> x.replaceFirst("<X509Certificate>[^<]{40}", "<X509Certificate>"));
    edited(
        "for another recipient",
        x -> x.replaceFirst("Recipient=\"[^\"]*\"", "Recipient=\"urn:x\""));
    tokenRow("token: holder of another method", t -> t.method("holder-of-key "));
  }

  private void times() {
    Instant now = Instant.now();
    tokenRow(
        "token: ended a second ago",
        t -> t.valid(now.minus(Duration.ofHours(8)).minusSeconds(1), Duration.ofHours(8)));
    tokenRow(
        "token: begins in two minutes", t -> t.valid(now.plusSeconds(120), Duration.ofHours(1)));
    tokenRow("token: ends before it begins", t -> t.valid(now, Duration.ofHours(-1)));
    tokenRow(
        "token: eight hours and a minute", t -> t.valid(now, Duration.ofHours(8).plusMinutes(1)));
    for (String name : new String[] {"NotOnOrAfter", "NotBefore"}) {
      edited(
          "conditions without " + name,
          x -> x.replaceFirst("(<Conditions[^>]*) " + name + "=\"[^\"]*\"", "$1"));
      edited(
          "conditions with a local " + name,
          x -> x.replaceFirst("(<Conditions[^>]* " + name + "=\"[^\"]*)Z\"", "$1\""));
      edited(
          "conditions with a " + name + " that is no time",
          x -> x.replaceFirst("(<Conditions[^>]* " + name + "=\")[^\"]*\"", "$1tomorrow\""));
    }
    edited(
        "a confirmation that has ended",
        x -> x.replaceFirst("(ConfirmationData[^>]* NotOnOrAfter=\")20..", "$12020"));
    edited(
        "a confirmation of the future",
        x -> x.replaceFirst("(ConfirmationData[^>]* NotBefore=\")20..", "$12099"));
    edited(
        "issued in the future", x -> x.replaceFirst("IssueInstant=\"20..", "IssueInstant=\"2099"));
    edited("issued years ago", x -> x.replaceFirst("IssueInstant=\"20..", "IssueInstant=\"2019"));
    edited("no instant of issue", x -> x.replaceFirst(" IssueInstant=\"[^\"]*\"", ""));
  }

  private void shape() {
    edited("of another version", x -> x.replace("Version=\"2.0\"", "Version=\"2.1\""));
    edited("without a version", x -> x.replace(" Version=\"2.0\"", ""));
    edited("of SAML 1.1", x -> x.replace("SAML:2.0:assertion", "SAML:1.0:assertion"));
    edited("without an issuer", x -> x.replaceFirst("<Issuer.*</Issuer>", ""));
    edited("with two issuers", x -> x.replaceFirst("(<Issuer.*</Issuer>)", "$1$1"));
    edited(
        "with a person as issuer",
        x -> x.replace("nameid-format:entity", "nameid-format:persistent"));
    edited(
        "with two statements",
        x -> x.replaceFirst("(<AttributeStatement>.*</AttributeStatement>)", "$1$1"));
    edited(
        "without attributes",
        x -> x.replaceFirst("<AttributeStatement>.*</AttributeStatement>", ""));
    edited(
        "with a decision in it",
        x ->
            x.replace(
                "</Assertion>",
                "<AuthzDecisionStatement Decision=\"Permit\" Resource=\"\"/></Assertion>"));
    edited("without authentication", x -> x.replaceFirst("<AuthnStatement.*</AuthnStatement>", ""));
    edited(
        "with another in its advice",
        x ->
            x.replace(
                "<AttributeStatement>",
                "<Advice><Assertion ID=\"_x\"/></Advice><AttributeStatement>"));
    edited(
        "with an encrypted attribute",
        x -> x.replace("</AttributeStatement>", "<EncryptedAttribute/></AttributeStatement>"));
    for (String name : new String[] {"CvrNumberIdentifier", "AssuranceLevel"}) {
      edited(
          "without " + name,
          x ->
              x.replaceFirst(
                  "<Attribute Name=\"dk:gov:saml:attribute:" + name + "\".*?</Attribute>", ""));
      edited(
          "with two values of " + name,
          x ->
              x.replaceFirst(
                  "(attribute:" + name + "\"[^>]*>)(<AttributeValue>[^<]*</AttributeValue>)",
                  "$1$2$2"));
      edited(
          "with " + name + " twice",
          x ->
              x.replaceFirst(
                  "(<Attribute Name=\"dk:gov:saml:attribute:" + name + "\".*?</Attribute>)",
                  "$1$1"));
    }
    for (String cvr :
        new String[] {"2918964", "291896410", " 29189641x", "2918964A", "", "٢٩١٨٩٦٤١"}) {
      edited(
          "of the CVR <" + cvr + ">",
          x -> x.replaceFirst("(CvrNumberIdentifier\"[^>]*><AttributeValue>)\\d{8}", "$1" + cvr));
    }
  }

  private void privileges() {
    privileges("that are no Base64", "*".repeat(40));
    privileges("that are empty", "");
    privileges("that are no XML", base64("{}"));
    privileges("that are not well-formed", base64("<PrivilegeList><PrivilegeGroup>"));
    privileges(
        "with a DTD", base64("<!DOCTYPE x [<!ENTITY a \"b\">]><PrivilegeList>&a;</PrivilegeList>"));
    privileges(
        "with an external entity",
        base64(
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><PrivilegeList>&a;</PrivilegeList>"));
    privileges("of a great depth", base64("<a>".repeat(5_000) + "</a>".repeat(5_000)));
    privileges("with many attributes", base64("<a" + attributes(5_000) + "/>"));
  }

  private void privileges(String name, String value) {
    edited("privileges " + name, x -> x.replaceFirst(PRIVILEGES, "$1" + value));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String attributes(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(" a").append(i).append("=\"\"");
    }
    return text.toString();
  }

  /** Changed after the token service has signed, so that a lenient reader sees what it signed. */
  private void disguised() {
    for (String name : new String[] {"NameID", "Audience", "AttributeValue", "Issuer"}) {
      tampered("a comment in " + name, x -> inText(x, name, "<!---->"));
      tampered("a space in " + name, x -> inText(x, name, " "));
      tampered("an element in " + name, x -> inText(x, name, "<x/>"));
    }
    tampered(
        "an attribute added to the token",
        x -> x.replaceFirst("<Assertion ", "<Assertion x=\"\" "));
    tampered(
        "a namespace added within the token",
        x -> x.replaceFirst("<Subject>", "<Subject xmlns:x=\"urn:x\" x:y=\"\">"));
    tampered(
        "the token's base changed",
        x -> x.replaceFirst("<Assertion ", "<Assertion xml:base=\"http://x/\" "));
    tampered(
        "the token's signature over another id",
        x -> x.replaceFirst("<Assertion ([^>]*)ID=\"_", "<Assertion $1ID=\"_0"));
    tampered(
        "the token's signature twice",
        x -> {
          int from = x.indexOf("<Signature ");
          String signature = x.substring(from, x.indexOf("</Signature>", from) + 12);
          return x.replace(signature, signature + signature);
        });
    tampered(
        "the token's signature emptied",
        x -> x.replaceFirst("<SignatureValue>[^<]*", "<SignatureValue>"));
    tampered(
        "the token's certificate taken out",
        x -> x.replaceFirst("<KeyInfo><X509Data>.*?</X509Data></KeyInfo>", ""));
  }

  private static String inText(String xml, String element, String inserted) {
    return xml.replaceFirst("(<" + element + "[^>]*>[^<]{3})", "$1" + inserted);
  }
}

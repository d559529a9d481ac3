package dk.borgermaaling.gateway.edge.soap;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Messages of different clients that keep to the profile. */
final class GoodRows extends Rows {
  GoodRows(
      Supplier<TestToken> token, Function<TestToken, RawMessage> message, Identity nextIssuer) {
    super(token, message);
    row("as KOMBIT's clients write it", m -> m);
    row("without To", RawMessage::withoutTo);
    row("assertion signed twice", RawMessage::plainAssertionReference);
    row("assertion signed by its id alone", m -> m.plainAssertionReference().notSigning("str"));
    row("another form of message id", m -> m.messageId("uuid:" + UUID.randomUUID()));
    tokenRow("token of the token service's next key", t -> issuer(t, nextIssuer));
    row(
        "a signed Framework header",
        m ->
            m.edited(
                    xml ->
                        xml.replace(
                            "<wsa:ReplyTo",
                            "<sbf:Framework xmlns:sbf=\"urn:liberty:sb:2006-08\" wsu:Id=\"lib\""
                                + " s:mustUnderstand=\"1\" version=\"2.0\"/><wsa:ReplyTo"))
                .alsoSigning("lib"));
    row(
        "an unknown header nobody must understand",
        m -> m.edited(xml -> xml.replace("<wsa:ReplyTo", "<x xmlns=\"urn:x\"/><wsa:ReplyTo")));
    tampered("a comment in the body", xml -> xml.replace("<c:caseEvent>", "<c:caseEvent><!--x-->"));
    tampered("an XML declaration", xml -> "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + xml);
  }
}

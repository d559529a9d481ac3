package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.access.kombit.SafeXml.UnsafeXml;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Why the STS issues no token over SOAP. Two numberings are known and their place differs, so only
 * SOAP's own code decides whether a repeat may help, and a number is shown when there is one. A
 * fault is believed unsigned: it opens nothing.
 */
final class TrustFault {
  private TrustFault() {}

  static NoToken of(int status, byte[] body) {
    Optional<Element> fault = fault(body);
    boolean ours =
        fault
            .flatMap(element -> SafeXml.text(element, "Code", "Value"))
            .filter(code -> code.endsWith("Sender"))
            .isPresent();
    String number =
        fault
            .flatMap(element -> SafeXml.text(element, "Detail", "StsFaultMessage", "EventId"))
            .filter(text -> text.matches("[0-9]{1,5}"))
            .map(text -> ", fault " + text)
            .orElse("");
    return new NoToken(
        ours || status < 500 ? NoToken.Reason.REFUSED : NoToken.Reason.UNREACHABLE,
        "the STS answered " + status + number);
  }

  private static Optional<Element> fault(byte[] body) {
    try {
      return SafeXml.at(SafeXml.parse(body), "Body", "Fault");
    } catch (UnsafeXml e) {
      return Optional.empty();
    }
  }
}

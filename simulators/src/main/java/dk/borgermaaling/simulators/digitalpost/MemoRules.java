package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.xml.Xml;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Rules of a MeMo message that its shape does not tell. */
final class MemoRules {
  private MemoRules() {}

  /** The first rule that is broken. */
  static Optional<String> firstError(KombiRequest request) {
    if (!isParty(request, "Sender", "senderID")) {
      return Optional.of("senderID does not fit its idType");
    }
    if (!isParty(request, "Recipient", "recipientID")) {
      return Optional.of("recipientID does not fit its idType");
    }
    boolean nemSms = request.channel().equals(KombiRequest.NEM_SMS);
    if (nemSms
        && (request.mainDocument().isPresent() || request.header("notification").isEmpty())) {
      return Optional.of("a NemSMS has a notification and no MessageBody");
    }
    if (!nemSms && request.mainDocument().isEmpty()) {
      return Optional.of("MessageBody is missing");
    }
    return request.message().flatMap(MemoRules::brokenAction);
  }

  private static boolean isParty(KombiRequest request, String party, String id) {
    String type = request.party(party, "idType");
    String length = type.equals("CPR") ? "10" : "8";
    return (type.equals("CPR") || type.equals("CVR"))
        && request.party(party, id).matches("[0-9]{" + length + "}");
  }

  /** An appointment needs a reservation, everything else an entry point, and nothing both. */
  private static Optional<String> brokenAction(Element message) {
    NodeList actions = message.getElementsByTagNameNS(KombiRequest.MEMO, "Action");
    for (int i = 0; i < actions.getLength(); i++) {
      Element action = (Element) actions.item(i);
      boolean reservation = Xml.child(action, KombiRequest.MEMO, "Reservation").isPresent();
      boolean entryPoint = Xml.child(action, KombiRequest.MEMO, "EntryPoint").isPresent();
      boolean appointment = Xml.childText(action, KombiRequest.MEMO, "actionCode").equals("AFTALE");
      if (reservation == entryPoint || reservation != appointment) {
        return Optional.of("Action does not fit its actionCode");
      }
    }
    return Optional.empty();
  }
}

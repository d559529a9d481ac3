package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A conversation as last told, which is also what is remembered of it between runs. */
record ToldConversation(
    boolean held, Instant heldAt, int typeId, ConversationForm form, String citizenId) {

  String text() {
    return String.join(
        "|", held ? "held" : "cancelled", heldAt.toString(), "" + typeId, form.name(), citizenId);
  }

  static ToldConversation parse(String text) {
    List<String> parts = List.of(text.split("\\|", -1));
    return new ToldConversation(
        parts.get(0).equals("held"),
        Instant.parse(parts.get(1)),
        Integer.parseInt(parts.get(2)),
        ConversationForm.valueOf(parts.get(3)),
        parts.get(4));
  }

  ToldConversation cancelled() {
    return new ToldConversation(false, heldAt, typeId, form, citizenId);
  }

  Happening happening() {
    LocalDate date = LocalDate.ofInstant(heldAt, BusinessClock.DENMARK);
    return held
        ? new Happening.ConversationHeld(date, typeId, form)
        : new Happening.ConversationCancelled(date, typeId, form);
  }
}

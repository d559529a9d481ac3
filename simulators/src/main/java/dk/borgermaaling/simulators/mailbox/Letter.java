package dk.borgermaaling.simulators.mailbox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * A message in a mailbox.
 *
 * @param recipient CPR or CVR number
 * @param channel {@code Digital Post} or {@code NemSMS}
 * @param messageId the sender's id, {@code <invitation>/<step>}; may be empty
 * @param text the text of a NemSMS or the notification, may be empty
 * @param link of the first action, may be empty
 * @param documentType MIME type of the main document, empty when there is none
 * @param document Base64 of the main document
 * @param receivedAt business time
 */
public record Letter(
    String recipient,
    String channel,
    String messageUuid,
    String messageId,
    String sender,
    String label,
    String text,
    String actionLabel,
    String link,
    String documentType,
    String document,
    Instant receivedAt) {

  /** The first half of the sender's id. */
  public String invitation() {
    int slash = messageId.indexOf('/');
    return slash < 0 ? messageId : messageId.substring(0, slash);
  }

  /** The second half of the sender's id, empty when there is none. */
  public String step() {
    int slash = messageId.indexOf('/');
    return slash < 0 ? "" : messageId.substring(slash + 1);
  }

  public JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("recipient", recipient)
        .add("channel", channel)
        .add("messageUuid", messageUuid)
        .add("messageId", messageId)
        .add("sender", sender)
        .add("label", label)
        .add("text", text)
        .add("actionLabel", actionLabel)
        .add("link", link)
        .add("documentType", documentType)
        .add("document", document)
        .add("receivedAt", receivedAt.toString())
        .build();
  }

  public static Letter from(JsonObject json) {
    return new Letter(
        json.getString("recipient"),
        json.getString("channel"),
        json.getString("messageUuid"),
        json.getString("messageId"),
        json.getString("sender"),
        json.getString("label"),
        json.getString("text"),
        json.getString("actionLabel"),
        json.getString("link"),
        json.getString("documentType"),
        json.getString("document"),
        Instant.parse(json.getString("receivedAt")));
  }
}

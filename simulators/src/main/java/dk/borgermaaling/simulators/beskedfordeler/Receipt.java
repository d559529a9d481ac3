package dk.borgermaaling.simulators.beskedfordeler;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * One status of one message, on its way to the sender.
 *
 * @param beskedId the same for every delivery of this receipt
 * @param transmissionId what the sender was told when the message was accepted
 * @param messageUuid a letter's AfsendelseIdentifikator; empty when the message could not be read
 *     that far
 * @param messageId the sender's own id, may be empty
 * @param cvr the municipality that sent the message
 * @param at business time of the status
 * @param due real time from which on it is delivered
 * @param errorCode empty unless failed
 * @param copies how many times it is delivered although it was acknowledged; 1 is normal
 */
public record Receipt(
    String beskedId,
    String transmissionId,
    String messageUuid,
    String messageId,
    String cvr,
    String channel,
    PostStatus status,
    Instant at,
    Instant due,
    String errorCode,
    String errorText,
    int copies) {

  /** Whether it is about a letter on paper. */
  boolean isPrint() {
    return channel.equals("Fysisk Post");
  }

  public JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("beskedId", beskedId)
        .add("transmissionId", transmissionId)
        .add("messageUuid", messageUuid)
        .add("messageId", messageId)
        .add("cvr", cvr)
        .add("channel", channel)
        .add("status", status.name())
        .add("at", at.toString())
        .add("due", due.toString())
        .add("errorCode", errorCode)
        .add("errorText", errorText)
        .add("copies", copies)
        .build();
  }

  public static Receipt from(JsonObject json) {
    return new Receipt(
        json.getString("beskedId"),
        json.getString("transmissionId"),
        json.getString("messageUuid"),
        json.getString("messageId"),
        json.getString("cvr"),
        json.getString("channel"),
        PostStatus.valueOf(json.getString("status")),
        Instant.parse(json.getString("at")),
        Instant.parse(json.getString("due")),
        json.getString("errorCode"),
        json.getString("errorText"),
        json.getInt("copies"));
  }
}

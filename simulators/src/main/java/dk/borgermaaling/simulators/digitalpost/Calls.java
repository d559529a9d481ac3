package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Every call that the Postkomponent took a message from, in order, also when it had the message
 * already. From this machine only.
 */
final class Calls {
  private final List<Call> all = new ArrayList<>();

  /** What became of the message. */
  enum Outcome {
    /** New, and taken. */
    ACCEPTED,
    /** The UUID is there already; taken without a second letter. */
    REPEATED,
    /** The UUID is there already; refused for it. */
    REFUSED
  }

  private record Call(String messageUuid, String messageId, Outcome outcome, Instant at) {}

  /**
   * Notes a call.
   *
   * @param at real time
   */
  synchronized void add(String messageUuid, String messageId, Outcome outcome, Instant at) {
    all.add(new Call(messageUuid, messageId, outcome, at));
  }

  Route route() {
    return Route.get("/mailbox/api/calls", this::list);
  }

  private synchronized Reply list(Request request) {
    if (!request.isLocal()) {
      return Reply.text(403, "Only from this machine");
    }
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (Call call : all) {
      list.add(
          Json.createObjectBuilder()
              .add("messageUUID", call.messageUuid())
              .add("messageID", call.messageId())
              .add("outcome", call.outcome().name().toLowerCase(Locale.ROOT))
              .add("at", call.at().toString()));
    }
    return Reply.json(200, list.build());
  }
}

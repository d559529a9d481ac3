package dk.borgermaaling.liberty.page;

import dk.borgermaaling.liberty.launcher.WholeSystem;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message in a citizen's mailbox whose invitation is open and not answered yet.
 *
 * @param mailbox address of the citizen's mailbox, as a path
 * @param message address of the message, as a path
 * @param label subject of the message
 * @param link where its action leads
 */
record OpenLetter(String mailbox, String message, String label, URI link) {
  private static final Pattern MAILBOX = Pattern.compile("/mailbox/people/\\d+");

  /**
   * Turns business time back to an hour after the last message came, so that it does not matter how
   * long the story took to be told: there are invitations which are not closed yet.
   */
  static void keepInvitationsOpen(WholeSystem system) {
    List<JsonObject> messages = system.mailbox().messages();
    JsonObject last = messages.get(messages.size() - 1);
    Instant received = Instant.parse(last.getString("receivedAt"));
    system.setClock(received.plus(Duration.ofHours(1)), 1);
    URI link = URI.create(last.getString("link"));
    WholeSystem.await(
        "the last message's invitation is open",
        Duration.ofSeconds(30),
        () -> system.https().answers(link));
  }

  /** The newest one that is still open, found by opening links, which changes nothing. */
  static OpenLetter find(WholeSystem system) {
    List<JsonObject> messages = system.mailbox().messages();
    for (int number = messages.size(); number > 0; number--) {
      JsonObject message = messages.get(number - 1);
      URI link = URI.create(message.getString("link"));
      if (asksTheFirstTime(system, link)) {
        String address = "/mailbox/messages/" + number;
        return new OpenLetter(mailbox(system, address), address, message.getString("label"), link);
      }
    }
    throw new IllegalStateException("no message in any mailbox leads to an open questionnaire");
  }

  private static boolean asksTheFirstTime(WholeSystem system, URI link) {
    return system.https().answers(link) && system.https().get(link).contains("data-page=\"intro\"");
  }

  private static String mailbox(WholeSystem system, String address) {
    Matcher matcher =
        MAILBOX.matcher(system.https().get(system.simulatorsAddress().resolve(address)));
    if (!matcher.find()) {
      throw new IllegalStateException("a message does not say whose it is");
    }
    return matcher.group();
  }
}

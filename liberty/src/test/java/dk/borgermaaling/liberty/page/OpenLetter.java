package dk.borgermaaling.liberty.page;

import dk.borgermaaling.liberty.launcher.WholeSystem;
import jakarta.json.JsonObject;
import java.net.URI;
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

package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.citizen.CitizenId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an event says, without its id: equal for a repeat, different for a contradiction. The
 * citizen is in it by our own random id, so that no number can be guessed from it. SHA-256 as
 * hexadecimal text.
 */
public record ContentHash(String value) {
  public static ContentHash of(CaseEvent event, CitizenId citizen) {
    String content =
        String.join(
            "\n",
            VersionKey.of(event).toString(),
            Boolean.toString(event.withdrawn()),
            event.occurredAt().toString(),
            citizen.toString(),
            String.valueOf(event.targetGroup()),
            event.course().toString(),
            event.happening().toString());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return new ContentHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.invitation.Channel;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text as somebody wrote it.
 *
 * @param id null for a built-in text
 * @param name what staff know it by: its reason of a stop names it
 * @param parts those of its channel; one that is left out is empty
 */
public record MessageTemplate(
    @Nullable UUID id, String name, TextKey key, Map<Part, String> parts) {
  public MessageTemplate {
    Map<Part, String> own = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      if (part.isIn(key.channel())) {
        own.put(part, parts.getOrDefault(part, "").replace("\r\n", "\n").replace('\r', '\n'));
      }
    }
    parts = Map.copyOf(own);
  }

  public String part(Part part) {
    return parts.getOrDefault(part, "");
  }

  public Channel channel() {
    return key.channel();
  }
}

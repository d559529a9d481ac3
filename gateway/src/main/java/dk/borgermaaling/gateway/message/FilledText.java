package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.invitation.Channel;
import java.util.Map;

/**
 * A text with everything filled in.
 *
 * @param name of the text, as staff know it
 * @param lines the parts of one line that the channel has
 * @param body without blocks for a channel that has none
 */
public record FilledText(String name, Channel channel, Map<Part, String> lines, Body body) {
  public FilledText {
    lines = Map.copyOf(lines);
  }

  /** Empty when the channel has no such part. */
  public String line(Part part) {
    return lines.getOrDefault(part, "");
  }

  public String subject() {
    return line(Part.SUBJECT);
  }

  /** Without its words: a link may be among them. */
  @Override
  public String toString() {
    return "FilledText[" + name + "]";
  }
}

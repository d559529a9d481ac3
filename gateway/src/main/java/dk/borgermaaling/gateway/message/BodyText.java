package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.message.Body.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a body as plain text under headings. */
final class BodyText {
  private BodyText() {}

  static List<Section> sections(List<Block> blocks) {
    List<Section> sections = new ArrayList<>();
    String heading = "";
    for (Block block : blocks) {
      if (block instanceof Block.Heading next) {
        heading = line(next.line());
      } else if (block instanceof Block.Bullets bullets) {
        String points =
            bullets.items().stream()
                .map(item -> "\u2013 " + line(item))
                .collect(Collectors.joining("\n"));
        sections.add(new Section(heading, points, ""));
        heading = "";
      } else if (block instanceof Block.Paragraph paragraph) {
        sections.add(new Section(heading, line(paragraph.line()), paragraph.language()));
        heading = "";
      } else {
        throw new IllegalStateException("a body that is not filled in has no text");
      }
    }
    return List.copyOf(sections);
  }

  private static String line(List<Inline> line) {
    StringBuilder text = new StringBuilder();
    for (Inline piece : line) {
      if (piece instanceof Inline.Text words) {
        text.append(words.text());
      } else if (piece instanceof Inline.Link link) {
        text.append(
            link.label().equals(link.address())
                ? link.address()
                : link.label() + " (" + link.address() + ")");
      } else if (piece instanceof Inline.LineBreak) {
        text.append('\n');
      } else {
        throw new IllegalStateException("a body that is not filled in has no text");
      }
    }
    return text.toString();
  }
}

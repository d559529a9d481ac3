package dk.borgermaaling.gateway.message;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Fills a text that has no mistakes. What is filled in is text: it is never read as markup. */
final class Filling {
  private final MessageTemplate text;
  private final Values values;
  private final Set<Placeholder> missing = EnumSet.noneOf(Placeholder.class);

  private Filling(MessageTemplate text, Values values) {
    this.text = text;
    this.values = values;
  }

  /**
   * @param missing what the text names and there is no value for; nothing may be sent then
   */
  record Result(FilledText text, Set<Placeholder> missing) {}

  static Result of(MessageTemplate text, Values values) {
    return new Filling(text, values).fill();
  }

  private Result fill() {
    Map<Part, String> lines = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      if (part != Part.BODY && part.isIn(text.channel())) {
        lines.put(part, plain(blocks(part)));
      }
    }
    List<Block> blocks = new ArrayList<>();
    if (Part.BODY.isIn(text.channel())) {
      blocks(Part.BODY).forEach(block -> blocks.addAll(filled(block)));
    }
    Body body = new Body(lines.getOrDefault(Part.SUBJECT, ""), text.key().language(), blocks);
    return new Result(new FilledText(text.name(), text.channel(), lines, body), missing);
  }

  private List<Block> blocks(Part part) {
    return Parsed.of(text.part(part), part, text.channel()).blocks();
  }

  private String plain(List<Block> blocks) {
    StringBuilder line = new StringBuilder();
    for (Block block : blocks) {
      if (block instanceof Block.Paragraph paragraph) {
        for (Inline piece : filled(paragraph.line())) {
          if (piece instanceof Inline.Text words) {
            line.append(words.text());
          }
        }
      }
    }
    return line.toString().strip();
  }

  private List<Block> filled(Block block) {
    if (block instanceof Block.Heading heading) {
      return List.of(new Block.Heading(heading.level(), filled(heading.line())));
    }
    if (block instanceof Block.Paragraph paragraph) {
      return List.of(new Block.Paragraph(filled(paragraph.line()), paragraph.language()));
    }
    if (block instanceof Block.Bullets bullets) {
      return List.of(new Block.Bullets(bullets.items().stream().map(this::filled).toList()));
    }
    return languageLines();
  }

  private List<Block> languageLines() {
    List<Block> lines = new ArrayList<>();
    for (String language : values.languages()) {
      if (!language.equals(text.key().language())) {
        Duties.line(language, values.authority())
            .ifPresentOrElse(
                line ->
                    lines.add(new Block.Paragraph(List.of(new Inline.Text(line, false)), language)),
                () -> missing.add(Placeholder.LANGUAGES));
      }
    }
    return lines;
  }

  private List<Inline> filled(List<Inline> line) {
    return line.stream().map(this::filled).toList();
  }

  private Inline filled(Inline piece) {
    if (piece instanceof Inline.Open open) {
      String value = value(open.placeholder());
      return open.placeholder() == Placeholder.LINK
          ? new Inline.Link(value, value, open.bold())
          : new Inline.Text(value, open.bold());
    }
    if (piece instanceof Inline.LinkWords words) {
      return new Inline.Link(words.label(), value(Placeholder.LINK), words.bold());
    }
    return piece;
  }

  private String value(Placeholder placeholder) {
    String value = values.of(placeholder).orElse(null);
    if (value == null) {
      missing.add(placeholder);
    }
    return Objects.toString(value, "");
  }
}

package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.invitation.Channel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A part that was read: blocks for a body, one paragraph for every other. Nothing of it is HTML: a
 * sign that HTML knows is a sign.
 *
 * <p>A body has blocks between empty lines: {@code # } and {@code ## } headings, lines of {@code -
 * } that are a list, and paragraphs, in which a new line is a new line.
 *
 * @param used every placeholder in it
 */
record Parsed(List<Block> blocks, List<TextMistake> mistakes, Set<Placeholder> used) {
  static Parsed of(String text, Part part, Channel channel) {
    Reader reader = new Reader(Placeholder.allowedIn(part, channel));
    return part == Part.BODY ? reader.body(text) : reader.line(text);
  }

  private static final class Reader {
    private final Set<Placeholder> allowed;
    private final List<Block> blocks = new ArrayList<>();
    private final List<TextMistake> mistakes = new ArrayList<>();
    private final Set<Placeholder> used = EnumSet.noneOf(Placeholder.class);
    private final List<Inline> paragraph = new ArrayList<>();
    private final List<List<Inline>> items = new ArrayList<>();

    Reader(Set<Placeholder> allowed) {
      this.allowed = allowed;
    }

    Parsed line(String text) {
      List<Inline> line = LineReader.read(text, 0, 1, false, allowed, mistakes, used);
      return result(line.isEmpty() ? List.of() : List.of(new Block.Paragraph(line, "")));
    }

    Parsed body(String text) {
      String[] lines = text.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        take(lines[i], i + 1);
      }
      close();
      return result(blocks);
    }

    private Parsed result(List<Block> all) {
      return new Parsed(List.copyOf(all), List.copyOf(mistakes), used);
    }

    private void take(String line, int number) {
      if (line.isBlank()) {
        close();
      } else if (line.startsWith("## ")) {
        close();
        blocks.add(new Block.Heading(2, read(line, 3, number)));
      } else if (line.startsWith("# ")) {
        close();
        blocks.add(new Block.Heading(1, read(line, 2, number)));
      } else if (line.startsWith("- ")) {
        closeParagraph();
        items.add(read(line, 2, number));
      } else if (line.strip().equals(Placeholder.LANGUAGES.written())) {
        close();
        used.add(Placeholder.LANGUAGES);
        blocks.add(new Block.OtherLanguages());
      } else {
        closeItems();
        if (!paragraph.isEmpty()) {
          paragraph.add(new Inline.LineBreak());
        }
        paragraph.addAll(read(line, 0, number));
      }
    }

    private List<Inline> read(String line, int from, int number) {
      List<Inline> pieces = LineReader.read(line, from, number, true, allowed, mistakes, used);
      if (pieces.stream()
          .anyMatch(piece -> piece instanceof Inline.Open open && isLanguages(open))) {
        mistakes.add(
            new TextMistake(
                FindingKind.LANGUAGES_NOT_ALONE,
                number,
                line.indexOf(Placeholder.LANGUAGES.written()) + 1,
                "Feltet {languages} skal stå alene på sin linje."));
      }
      return pieces;
    }

    private static boolean isLanguages(Inline.Open open) {
      return open.placeholder() == Placeholder.LANGUAGES;
    }

    private void close() {
      closeParagraph();
      closeItems();
    }

    private void closeParagraph() {
      if (!paragraph.isEmpty()) {
        blocks.add(new Block.Paragraph(paragraph, ""));
        paragraph.clear();
      }
    }

    private void closeItems() {
      if (!items.isEmpty()) {
        blocks.add(new Block.Bullets(items));
        items.clear();
      }
    }
  }
}

package dk.borgermaaling.gateway.message;

import java.util.List;

/** A block of a body, from the top down. */
public sealed interface Block {
  /**
   * A heading.
   *
   * @param level 1 or 2; below the subject, which is the document's own heading
   */
  record Heading(int level, List<Inline> line) implements Block {
    public Heading {
      line = List.copyOf(line);
    }
  }

  /**
   * A paragraph.
   *
   * @param language of what it says, for example {@code ar}; empty for the text's own
   */
  record Paragraph(List<Inline> line, String language) implements Block {
    public Paragraph {
      line = List.copyOf(line);
    }
  }

  record Bullets(List<List<Inline>> items) implements Block {
    public Bullets {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /** Where the lines in other languages go. */
  record OtherLanguages() implements Block {}
}

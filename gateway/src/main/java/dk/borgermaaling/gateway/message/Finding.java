package dk.borgermaaling.gateway.message;

import org.jspecify.annotations.Nullable;

/**
 * What a check says of a text.
 *
 * @param part null when it is about the text as a whole
 * @param line from 1; 0 when it is about the whole part
 * @param text a Danish sentence that says what is wrong and what to do; never a person's data
 */
public record Finding(@Nullable Part part, FindingKind kind, int line, int column, String text) {
  static Finding of(Part part, FindingKind kind, String text) {
    return new Finding(part, kind, 0, 0, text);
  }

  static Finding ofAll(FindingKind kind, String text) {
    return new Finding(null, kind, 0, 0, text);
  }

  static Finding at(Part part, TextMistake mistake) {
    return new Finding(part, mistake.kind(), mistake.line(), mistake.column(), mistake.text());
  }

  public boolean stops() {
    return !kind.isAdvice();
  }
}

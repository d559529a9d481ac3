package dk.borgermaaling.gateway.message;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one line: placeholders and, in a body, bold and the link. A backslash makes a sign mean
 * itself.
 */
final class LineReader {
  private static final String ESCAPABLE = "\\{}*[]#-";
  private static final String LINK_END = "]({link})";
  private final String line;
  private final int number;
  private final boolean markup;
  private final Set<Placeholder> allowed;
  private final List<TextMistake> mistakes;
  private final Set<Placeholder> used;
  private final List<Inline> pieces = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();
  private boolean bold;
  private int boldFrom;

  private LineReader(
      String line,
      int number,
      boolean markup,
      Set<Placeholder> allowed,
      List<TextMistake> mistakes,
      Set<Placeholder> used) {
    this.line = line;
    this.number = number;
    this.markup = markup;
    this.allowed = EnumSet.noneOf(Placeholder.class);
    this.allowed.addAll(allowed);
    this.mistakes = mistakes;
    this.used = used;
  }

  /**
   * @param from where the line's words begin, after a mark such as {@code #}
   * @param number of the line, from 1
   * @param markup whether bold and links are meant
   */
  static List<Inline> read(
      String line,
      int from,
      int number,
      boolean markup,
      Set<Placeholder> allowed,
      List<TextMistake> mistakes,
      Set<Placeholder> used) {
    LineReader reader = new LineReader(line, number, markup, allowed, mistakes, used);
    int at = from;
    while (at < line.length()) {
      at = reader.next(at);
    }
    if (reader.bold) {
      reader.mistake(
          FindingKind.OPEN_BOLD,
          reader.boldFrom,
          "Fed skrift skal slutte med ** på samme linje; skriv \\* for en stjerne.");
    }
    reader.flush();
    return reader.pieces;
  }

  private int next(int at) {
    char sign = line.charAt(at);
    if (sign == '\\' && at + 1 < line.length() && ESCAPABLE.indexOf(line.charAt(at + 1)) >= 0) {
      plain.append(line.charAt(at + 1));
      return at + 2;
    }
    if (sign == '{') {
      return placeholder(at);
    }
    if (sign == '}') {
      mistake(FindingKind.STRAY_BRACE, at, "Der er en } uden {; skriv \\} for selve tegnet.");
      return at + 1;
    }
    if (markup && line.startsWith("**", at)) {
      flush();
      bold = !bold;
      boldFrom = at;
      return at + 2;
    }
    if (markup && sign == '[') {
      return link(at);
    }
    plain.append(sign);
    return at + 1;
  }

  private int placeholder(int at) {
    int end = line.indexOf('}', at);
    if (end < 0) {
      mistake(FindingKind.OPEN_BRACE, at, "Der mangler en } efter {; skriv \\{ for selve tegnet.");
      return line.length();
    }
    String name = line.substring(at + 1, end);
    Optional<Placeholder> known = Placeholder.of(name);
    if (known.isEmpty()) {
      mistake(
          FindingKind.UNKNOWN_PLACEHOLDER,
          at,
          "Der findes intet felt med det navn. Vælg et fra listen over felter.");
    } else if (!allowed.contains(known.get())) {
      mistake(
          FindingKind.PLACEHOLDER_NOT_HERE,
          at,
          "Feltet " + known.get().written() + " kan ikke stå her; slet det.");
    } else {
      flush();
      used.add(known.get());
      pieces.add(new Inline.Open(known.get(), bold));
    }
    return end + 1;
  }

  private int link(int at) {
    int end = line.indexOf(']', at);
    String label = end < 0 ? "" : line.substring(at + 1, end);
    if (end < 0
        || !line.startsWith(LINK_END, end)
        || label.isBlank()
        || label.chars().anyMatch(sign -> ESCAPABLE.indexOf(sign) >= 0 && sign != '-')
        || !allowed.contains(Placeholder.LINK)) {
      mistake(
          FindingKind.BAD_LINK,
          at,
          "Skriv et link som [ord]({link}); andre adresser kan ikke være link. Skriv \\[ for selve"
              + " tegnet.");
      return at + 1;
    }
    flush();
    used.add(Placeholder.LINK);
    pieces.add(new Inline.LinkWords(label, bold));
    return end + LINK_END.length();
  }

  private void mistake(FindingKind kind, int at, String text) {
    mistakes.add(new TextMistake(kind, number, at + 1, text));
  }

  private void flush() {
    if (!plain.isEmpty()) {
      pieces.add(new Inline.Text(plain.toString(), bold));
      plain.setLength(0);
    }
  }
}

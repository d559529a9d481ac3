package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.kernel.CprNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with one part as it was written. */
final class PartChecks {
  /** Rules of November 2024 (digitaliser.dk, Øget validering i Digital Post). */
  private static final Pattern BAD_IN_FILE_NAME =
      Pattern.compile("[<>:\"/\\\\|?*\\r\\n\\u00A0\\u2000-\\u200A\\u2028\\u205F\\u2060\\u3000]");

  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
  private static final Pattern LOOKS_LIKE_LINK =
      Pattern.compile(
          "(?i)[a-z][a-z0-9+.-]*://|\\bwww\\.|[\\p{L}0-9-]+\\.(?:dk|com|net|org|eu|info|nu|io|me|app)\\b"
              + "|\\S+@\\S+");
  private static final Pattern OTHER_ADDRESS =
      Pattern.compile("(?i)\\b(?!https://)[a-z][a-z0-9+.-]*://|\\b(?:javascript|data|mailto):");

  /** Ten digits, whatever they begin with, in one or two groups. */
  private static final Pattern TEN_DIGITS =
      Pattern.compile("(?<![0-9])[0-9]{6}[-._ ]?[0-9]{4}(?![0-9])");

  private static final int AS_LISTS_SHOW = 50;

  private PartChecks() {}

  static List<Finding> of(Part part, String text, Parsed parsed, RevealingWords revealing) {
    List<Finding> findings = new ArrayList<>();
    if (text.isBlank()) {
      findings.add(
          Finding.of(part, FindingKind.EMPTY, part.danish() + " mangler. Skriv en tekst."));
      return findings;
    }
    if (text.length() > part.longest()) {
      findings.add(
          Finding.of(
              part,
              FindingKind.TOO_LONG,
              part.danish()
                  + " er på %d tegn og må være på højst %d. Forkort teksten."
                      .formatted(text.length(), part.longest())));
    }
    parsed.mistakes().forEach(mistake -> findings.add(Finding.at(part, mistake)));
    characters(part, text).ifPresent(findings::add);
    if (CprNumbers.areIn(text) || TEN_DIGITS.matcher(text).find()) {
      findings.add(
          Finding.of(
              part,
              FindingKind.LOOKS_LIKE_NUMBER,
              part.danish() + " har noget, der ligner et CPR-nummer. Slet det."));
    }
    if (part == Part.BODY) {
      body(text).ifPresent(findings::add);
    } else {
      outside(part, text, revealing, findings);
    }
    return findings;
  }

  private static Optional<Finding> characters(Part part, String text) {
    Matcher bad = NOT_XML.matcher(text);
    if (bad.find()) {
      return Optional.of(
          at(
              part,
              FindingKind.NOT_XML,
              text,
              bad.start(),
              "Her står et usynligt tegn, som Digital Post ikke kan bære. Slet det."));
    }
    int line = part == Part.BODY ? -1 : text.indexOf('\n');
    return line < 0
        ? Optional.empty()
        : Optional.of(
            at(part, FindingKind.NOT_XML, text, line, "Skriv " + part.danish() + " på én linje."));
  }

  private static Optional<Finding> body(String text) {
    Matcher address = OTHER_ADDRESS.matcher(text);
    return address.find()
        ? Optional.of(
            at(
                Part.BODY,
                FindingKind.NOT_HTTPS,
                text,
                address.start(),
                "Adresser skal begynde med https://. Ret adressen, eller slet den."))
        : Optional.empty();
  }

  private static void outside(
      Part part, String text, RevealingWords revealing, List<Finding> findings) {
    if (part == Part.SUBJECT && text.length() > AS_LISTS_SHOW) {
      findings.add(
          Finding.of(
              part,
              FindingKind.LONGER_THAN_SHOWN,
              "Emnet er længere end de 50 tegn, som de fleste indbakker viser."));
    }
    if (part == Part.FILE_NAME) {
      fileName(text).ifPresent(findings::add);
    } else if (LOOKS_LIKE_LINK.matcher(text).find()) {
      findings.add(
          Finding.of(
              part,
              FindingKind.LOOKS_LIKE_LINK,
              part.danish()
                  + " har noget, der ligner et link eller en adresse. Det må kun stå i brødteksten;"
                  + " slet det."));
    }
    revealing
        .in(text)
        .ifPresent(
            found ->
                findings.add(
                    Finding.of(
                        part,
                        FindingKind.REVEALS,
                        "»%s« kan røbe %s. %s ses af andre; skriv det uden."
                            .formatted(found.written(), found.why(), part.danish()))));
  }

  private static Optional<Finding> fileName(String name) {
    String problem =
        BAD_IN_FILE_NAME.matcher(name).find()
            ? "Filnavnet har et tegn, som Digital Post afviser: < > : \" / \\ | ? * eller et"
                + " særligt mellemrum. Slet det."
            : !name.equals(name.strip()) || !name.endsWith(".html") || name.equals(".html")
                ? "Filnavnet skal slutte med .html og ikke begynde eller slutte med mellemrum."
                : "";
    return problem.isEmpty()
        ? Optional.empty()
        : Optional.of(Finding.of(Part.FILE_NAME, FindingKind.FILE_NAME, problem));
  }

  private static Finding at(Part part, FindingKind kind, String text, int index, String says) {
    int lineStart = text.lastIndexOf('\n', Math.max(0, index - 1)) + 1;
    int line = (int) text.substring(0, lineStart).chars().filter(sign -> sign == '\n').count() + 1;
    return new Finding(part, kind, line, index - lineStart + 1, says);
  }
}

package dk.borgermaaling.gateway.letter.export;

import dk.borgermaaling.gateway.letter.LetterSheet;
import dk.borgermaaling.gateway.letter.LetterWords;
import dk.borgermaaling.gateway.letter.LetterWords.LanguageLine;
import dk.borgermaaling.gateway.letter.LetterWords.Section;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The letter as XHTML with the CSS of print. */
final class LetterHtml {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.forLanguageTag("da-DK"));

  private static final String STYLE =
      """
      @page { size: 210mm 297mm; margin: %1$smm 20mm 12mm %2$smm; }
      body { margin: 0; font-family: 'Letter', 'Scripts'; font-size: 10.5pt; line-height: 1.38; color: #000; }
      .sender { position: absolute; left: 0; top: 0; font-size: 15pt; font-weight: 700; }
      .address { position: absolute; left: %3$smm; top: %4$smm; width: %5$smm; font-size: 10.5pt; line-height: 4.25mm; }
      .address div { height: 4.25mm; white-space: nowrap; }
      .date { position: absolute; right: 0; top: 72mm; }
      .before { margin-top: %6$smm; min-height: %8$smm; }
      h1 { font-size: 15pt; line-height: 1.2; margin: 0 0 2.5mm 0; }
      h2 { font-size: 10.5pt; line-height: 1.3; margin: 3mm 0 0.3mm 0; }
      p { margin: 0 0 1.5mm 0; }
      table.answer { width: 100%%; margin: 0 0 3mm 0; border: 0.35mm solid #000; border-collapse: separate; page-break-inside: avoid; }
      table.answer td { vertical-align: middle; padding: 2mm; }
      td.qr { width: %7$smm; }
      td.qr img { display: block; width: %7$smm; height: %7$smm; }
      .page { font-weight: 700; font-size: 11.5pt; }
      .code { font-weight: 700; font-size: 19pt; line-height: 1.25; letter-spacing: 0.6mm; white-space: nowrap; margin: 0.5mm 0 1.5mm 0; }
      .languages { margin-top: 4mm; padding-top: 2.5mm; border-top: 0.2mm solid #000; font-size: 8.5pt; line-height: 1.4; page-break-inside: avoid; }
      .languages p { margin: 0 0 0.8mm 0; }
      """;

  private LetterHtml() {}

  static String of(LetterSheet sheet) {
    LetterWords words = sheet.words();
    return """
        <!DOCTYPE html>
        <html lang="da" xmlns="http://www.w3.org/1999/xhtml">
        <head><title>%s</title><style>%s</style></head>
        <body>
        <div class="sender">%s</div>
        <div class="address">%s</div>
        <div class="date">%s</div>
        <div class="before">
        <h1>%s</h1>
        %s
        </div>
        %s
        %s
        <p>%s<br />%s</p>
        <div class="languages">%s</div>
        </body>
        </html>
        """
        .formatted(
            escaped(words.heading()),
            style(),
            escaped(sheet.sender()),
            lines(sheet.address().label()),
            DATE.format(sheet.date()),
            escaped(words.heading()),
            sections(words.before()),
            answer(sheet),
            sections(words.after()),
            escaped(words.greeting()),
            escaped(sheet.sender()),
            languages(words.languages()));
  }

  private static String style() {
    return STYLE.formatted(
        millimetres(LetterLayout.TOP),
        millimetres(LetterLayout.LEFT),
        millimetres(LetterLayout.WINDOW_LEFT + 2 - LetterLayout.LEFT),
        millimetres(LetterLayout.WINDOW_TOP + 2 - LetterLayout.TOP),
        millimetres(LetterLayout.WINDOW_WIDTH - 4),
        millimetres(LetterLayout.CLEAR_BOTTOM + 2 - LetterLayout.TOP),
        millimetres(LetterLayout.QR),
        millimetres(LetterLayout.FOLD - LetterLayout.CLEAR_BOTTOM - 2));
  }

  private static String answer(LetterSheet sheet) {
    LetterWords words = sheet.words();
    return """
        <table class="answer"><tr>
        <td class="qr"><img alt="QR-kode med dit personlige link" src="%s" /></td>
        <td><h2 style="margin-top:0">%s</h2><p>%s</p><p>%s</p>
        <p class="page">%s</p><p class="code">%s</p><p>%s</p></td>
        </tr></table>
        """
        .formatted(
            QrCode.dataUri(sheet.link()),
            escaped(words.howTo()),
            escaped(words.scan()),
            escaped(words.type()),
            escaped(sheet.codePage().toString()),
            escaped(sheet.code()),
            escaped(words.personal()));
  }

  private static String lines(List<String> lines) {
    return lines.stream()
        .map(line -> "<div>" + escaped(line) + "</div>")
        .collect(Collectors.joining());
  }

  private static String sections(List<Section> sections) {
    return sections.stream()
        .map(
            section ->
                (section.heading().isEmpty() ? "" : "<h2>" + escaped(section.heading()) + "</h2>")
                    + "<p>"
                    + escaped(section.text())
                    + "</p>")
        .collect(Collectors.joining("\n"));
  }

  private static String languages(List<LanguageLine> lines) {
    return lines.stream()
        .map(
            line ->
                "<p lang=\"%s\" dir=\"%s\">%s</p>"
                    .formatted(
                        escaped(line.language()),
                        line.isRightToLeft() ? "rtl" : "ltr",
                        escaped(line.text())))
        .collect(Collectors.joining("\n"));
  }

  private static String millimetres(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

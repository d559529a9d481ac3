package dk.borgermaaling.gateway.letter.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dk.borgermaaling.gateway.letter.LetterWords;
import dk.borgermaaling.gateway.letter.LetterWords.Section;
import dk.borgermaaling.gateway.letter.PostalAddress;
import dk.borgermaaling.gateway.letter.Sheets;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** About 6 seconds, most of it the libraries' first use. */
class PdfLetterPrinterTest {
  private static final PdfLetterPrinter PRINTER = new PdfLetterPrinter();
  private static final double POINTS_A_MILLIMETRE = 72 / 25.4;
  private static final int DPI = 150;

  @Test
  void name_and_address_stand_in_the_window_and_nothing_else_near_it() throws IOException {
    List<Placed> letters = placed(PRINTER.print(Sheets.to(Sheets.LONG)), 1);
    StringBuilder inWindow = new StringBuilder();
    for (Placed one : letters) {
      if (one.isIn(
          LetterLayout.WINDOW_LEFT,
          LetterLayout.WINDOW_TOP,
          LetterLayout.WINDOW_LEFT + LetterLayout.WINDOW_WIDTH,
          LetterLayout.WINDOW_TOP + LetterLayout.WINDOW_HEIGHT)) {
        inWindow.append(one.text());
      } else {
        assertThat(one)
            .matches(
                other ->
                    !other.touches(
                        LetterLayout.CLEAR_LEFT,
                        LetterLayout.CLEAR_TOP,
                        LetterLayout.CLEAR_RIGHT,
                        LetterLayout.CLEAR_BOTTOM));
      }
    }
    assertThat(inWindow.toString().replace(" ", ""))
        .isEqualTo(String.join("", Sheets.LONG.label()).replace(" ", ""));
  }

  @Test
  void the_code_that_a_phone_scans_is_the_citizen_s_link_and_no_fold_runs_through_it()
      throws IOException, ReaderException {
    BufferedImage page = picture(PRINTER.print(Sheets.to(Sheets.LONG)));
    assertThat(scanned(page)).isEqualTo(Sheets.LINK.toString());
    int fold = (int) (LetterLayout.FOLD / 25.4 * DPI);
    assertThat(scanned(page.getSubimage(0, fold, page.getWidth(), page.getHeight() - fold)))
        .isEqualTo(Sheets.LINK.toString());
  }

  @Test
  void the_code_and_the_address_where_it_is_typed_are_there_to_read() throws IOException {
    String text = text(PRINTER.print(Sheets.to(Sheets.LONG)));
    assertThat(text)
        .contains("7K3M-9QXT-4HFWC", "https://borgermaaling.example.dk/kode")
        .doesNotContain(Sheets.LINK.getPath());
  }

  @Test
  void a_citizen_reads_who_asks_why_and_that_nobody_must() throws IOException {
    assertThat(text(PRINTER.print(Sheets.to(Sheets.LONG))).replaceAll("\\s+", " "))
        .contains("Hvordan oplever du kommunens indsats?", "29. november 2026")
        .contains("Tårnby Kommune er dataansvarlig", "Formålet er at gøre indsatsen bedre")
        .contains("Det er frivilligt", "ingen betydning for din sag eller din ydelse")
        .contains("Din sagsbehandler kan ikke se", "blive fri for", Sheets.CONTACT)
        .contains("English:", "Українська:", "Polski:");
  }

  @Test
  void it_is_pdf_a_2b_by_verapdf() throws IOException, VeraPDFException {
    VeraGreenfieldFoundryProvider.initialise();
    byte[] pdf = PRINTER.print(Sheets.to(Sheets.LONG));
    try (PDFAParser parser =
        Foundries.defaultInstance()
            .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B)) {
      ValidationResult result =
          Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false).validate(parser);
      assertThat(result.getFailedChecks()).isEmpty();
      assertThat(result.isCompliant()).isTrue();
      assertThat(result.getTotalAssertions()).isGreaterThan(1_000);
    }
  }

  @Test
  void every_font_is_inside_and_the_letter_is_small() throws IOException {
    byte[] pdf = PRINTER.print(Sheets.to(Sheets.LONG));
    assertThat(pdf).hasSizeLessThan(200_000);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      for (var name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
      }
    }
  }

  @Test
  void words_that_take_more_room_go_on_to_a_second_page() throws IOException {
    LetterWords standard = LetterWords.standard(true, "Tårnby Kommune", Sheets.CONTACT);
    List<Section> more = new ArrayList<>(standard.after());
    for (int i = 0; i < 12; i++) {
      more.add(
          new Section("Afsnit " + i, "Her står noget, som kommunen selv har skrevet. ".repeat(6)));
    }
    LetterWords words =
        new LetterWords(
            standard.heading(),
            standard.before(),
            standard.howTo(),
            standard.scan(),
            standard.type(),
            standard.personal(),
            more,
            standard.greeting(),
            standard.languages());
    byte[] pdf = PRINTER.print(Sheets.with(Sheets.LONG, words));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
    }
    assertThat(text(pdf)).contains("Afsnit 11", "Venlig hilsen");
  }

  @Test
  void markup_in_a_name_is_text() throws IOException {
    PostalAddress address =
        new PostalAddress(
            "<b>Bo & \"Co\"</b>", null, "Testvej", "3", null, null, null, "2300", "Kbh");
    assertThat(text(PRINTER.print(Sheets.to(address)))).contains("<b>Bo & \"Co\"</b>");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static BufferedImage picture(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(0, DPI);
    }
  }

  private static String scanned(BufferedImage page) throws ReaderException {
    int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))))
        .getText();
  }

  /** A character, in millimetres from the left and upper edge. */
  private record Placed(String text, double left, double top, double right, double bottom) {
    boolean isIn(double x1, double y1, double x2, double y2) {
      return left >= x1 && right <= x2 && top >= y1 && bottom <= y2;
    }

    boolean touches(double x1, double y1, double x2, double y2) {
      return left < x2 && right > x1 && top < y2 && bottom > y1;
    }
  }

  private static List<Placed> placed(byte[] pdf, int page) throws IOException {
    List<Placed> letters = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition text) {
            if (!text.getUnicode().isBlank()) {
              letters.add(
                  new Placed(
                      text.getUnicode(),
                      text.getXDirAdj() / POINTS_A_MILLIMETRE,
                      (text.getYDirAdj() - text.getHeightDir()) / POINTS_A_MILLIMETRE,
                      (text.getXDirAdj() + text.getWidthDirAdj()) / POINTS_A_MILLIMETRE,
                      text.getYDirAdj() / POINTS_A_MILLIMETRE));
            }
          }
        };
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      stripper.writeText(document, Writer.nullWriter());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return letters;
  }
}

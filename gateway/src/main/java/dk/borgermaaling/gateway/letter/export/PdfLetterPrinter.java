package dk.borgermaaling.gateway.letter.export;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import dk.borgermaaling.gateway.letter.LetterPrinter;
import dk.borgermaaling.gateway.letter.LetterSheet;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Writes the letter as PDF/A-2b: everything that is needed to print it is inside, fonts and colour
 * profile too. Liberation Sans for what is written in Latin, Greek or Cyrillic letters, DejaVu Sans
 * for the rest; both cover Danish.
 */
public final class PdfLetterPrinter implements LetterPrinter {
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  static {
    XRLog.setLoggingEnabled(false);
  }

  private final byte[] letter = font("/liberation/LiberationSans-Regular.ttf");
  private final byte[] letterBold = font("/liberation/LiberationSans-Bold.ttf");
  private final byte[] scripts = font("/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf");
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  @Override
  public byte[] print(LetterSheet sheet) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
    builder.useColorProfile(colours.clone());
    builder.useFont(() -> stream(letter), "Letter", REGULAR, FontStyle.NORMAL, true);
    builder.useFont(() -> stream(letterBold), "Letter", BOLD, FontStyle.NORMAL, true);
    builder.useFont(() -> stream(scripts), "Scripts", REGULAR, FontStyle.NORMAL, true);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(PdfRendererBuilder.TextDirection.LTR);
    builder.useUriResolver((base, uri) -> uri.startsWith("data:image/png;") ? uri : null);
    builder.withProducer("Borgermaaling");
    builder.withHtmlContent(LetterHtml.of(sheet), null);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private static InputStream stream(byte[] font) {
    return new ByteArrayInputStream(font);
  }

  private static byte[] font(String name) {
    try (InputStream in = PdfLetterPrinter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the font " + name + " is not in the deployable");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dk.borgermaaling.gateway.letter.export;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A QR code as a picture of black and white. Level M (15 % may be lost), because paper is folded
 * and stained; the quiet zone of four modules is part of the picture.
 */
final class QrCode {
  private static final int PIXELS_A_MODULE = 8;
  private static final int QUIET_MODULES = 4;
  private static final int WHITE = 0xFFFFFF;

  private QrCode() {}

  /** As the address of an image in HTML. */
  static String dataUri(URI link) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture(link), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }

  private static BufferedImage picture(URI link) {
    BitMatrix modules = modules(link.toASCIIString());
    int side = modules.getWidth() * PIXELS_A_MODULE;
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        picture.setRGB(x, y, modules.get(x / PIXELS_A_MODULE, y / PIXELS_A_MODULE) ? 0 : WHITE);
      }
    }
    return picture;
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  QUIET_MODULES));
    } catch (WriterException e) {
      throw new IllegalStateException("the link does not fit in a QR code", e);
    }
  }
}

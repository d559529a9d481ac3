package dk.borgermaaling.gateway.caselist.sheet;

import dk.borgermaaling.gateway.caselist.ListLimits;
import dk.borgermaaling.gateway.caselist.SheetReader;
import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.caselist.Unreadable.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Tells the kinds of files by their first bytes, whatever they are called. */
public final class FileReader implements SheetReader {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
  private static final byte[] OLE2 = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final List<String> OTHER_TEXTS =
      List.of("%pdf", "{\\rtf", "<!doctype", "<html", "<?xml", "<table", "{", "[{", "%!ps");
  private static final List<byte[]> OTHER_FILES =
      List.of(
          new byte[] {(byte) 0x89, 'P', 'N', 'G'},
          new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
          new byte[] {0x1F, (byte) 0x8B},
          new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF},
          new byte[] {'R', 'a', 'r', '!'},
          new byte[] {'M', 'Z', (byte) 0x90},
          new byte[] {0x7F, 'E', 'L', 'F'});

  private final ListLimits limits;

  public FileReader(ListLimits limits) {
    this.limits = limits;
  }

  @Override
  public Kind read(byte[] file, Rows rows) {
    if (file.length == 0) {
      throw new Unreadable(Reason.EMPTY);
    }
    if (file.length > limits.bytes()) {
      throw new Unreadable(Reason.TOO_MANY_BYTES);
    }
    Rows counted = new CountedRows(rows, limits);
    if (startsWith(file, ZIP)) {
      new XlsxFile(limits).read(file, counted);
      return Kind.XLSX;
    }
    if (startsWith(file, OLE2)) {
      throw new Unreadable(Reason.OLD_OR_LOCKED);
    }
    if (isOther(file)) {
      throw new Unreadable(Reason.NO_LIST);
    }
    new CsvFile(limits).read(file, counted);
    return Kind.CSV;
  }

  private static boolean isOther(byte[] file) {
    if (startsWith(file, EMPTY_ZIP)
        || OTHER_FILES.stream().anyMatch(start -> startsWith(file, start))) {
      return true;
    }
    String start =
        new String(file, 0, Math.min(file.length, 64), StandardCharsets.ISO_8859_1)
            .replaceFirst("^\u00ef\u00bb\u00bf", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    return OTHER_TEXTS.stream().anyMatch(start::startsWith);
  }

  private static boolean startsWith(byte[] file, byte[] start) {
    if (file.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (file[i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}

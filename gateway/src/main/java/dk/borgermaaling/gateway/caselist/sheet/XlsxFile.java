package dk.borgermaaling.gateway.caselist.sheet;

import dk.borgermaaling.gateway.caselist.ListLimits;
import dk.borgermaaling.gateway.caselist.SheetReader.Rows;
import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.caselist.Unreadable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The first visible sheet of an Excel workbook (ECMA-376, transitional or strict). Formulas count
 * by the result that Excel has stored; links, macros, comments and pictures are never opened.
 */
final class XlsxFile {
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String STRINGS = "xl/sharedStrings.xml";
  private static final String STYLES = "xl/styles.xml";

  private final ListLimits limits;

  XlsxFile(ListLimits limits) {
    this.limits = limits;
  }

  void read(byte[] file, Rows rows) {
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
            .setIgnoreLocalFileHeader(true)
            .get()) {
      Parts parts = new Parts(zip, new Unpacked(limits.unpackedBytes()));
      if (!parts.has(WORKBOOK)) {
        throw new Unreadable(Reason.NO_LIST);
      }
      Workbook workbook = Workbook.read(parts.open(WORKBOOK));
      String sheet = workbook.sheetPart(parts.has(RELATIONS) ? relations(parts) : Map.of());
      Styles styles = parts.has(STYLES) ? Styles.read(parts.open(STYLES)) : Styles.NONE;
      Strings strings =
          parts.has(STRINGS) ? Strings.read(parts.open(STRINGS), limits) : Strings.NONE;
      if (!parts.has(sheet)) {
        throw new Unreadable(Reason.DAMAGED);
      }
      new Sheet(strings, styles, workbook.since1904(), limits).read(parts.open(sheet), rows);
    } catch (Unpacked.TooMuch e) {
      throw new Unreadable(Reason.TOO_MANY_UNPACKED);
    } catch (IOException | XMLStreamException | IllegalArgumentException e) {
      throw new Unreadable(Unpacked.wasTooMuch(e) ? Reason.TOO_MANY_UNPACKED : Reason.DAMAGED);
    }
  }

  private static Map<String, String> relations(Parts parts) throws IOException, XMLStreamException {
    return Workbook.relations(parts.open(RELATIONS));
  }

  /** The parts of the package, by name. */
  private record Parts(ZipFile zip, Unpacked unpacked) {
    boolean has(String name) {
      return zip.getEntry(name) != null;
    }

    InputStream open(String name) throws IOException {
      ZipArchiveEntry entry = zip.getEntry(name);
      if (entry == null) {
        throw new Unreadable(Reason.DAMAGED);
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new Unreadable(Reason.OLD_OR_LOCKED);
      }
      return unpacked.counted(zip.getInputStream(entry));
    }
  }
}

package dk.borgermaaling.schultz.xml;

import dk.borgermaaling.schultz.file.CsvRows;
import dk.borgermaaling.schultz.file.FileName;
import dk.borgermaaling.schultz.file.Refusal;
import dk.borgermaaling.schultz.file.RefusedFile;
import dk.borgermaaling.schultz.file.Rows;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file as its name says: XML or CSV. */
public final class FileRows implements Rows.Opener {
  private static final int BUFFER = 256 * 1024;

  @Override
  public Rows open(Path copy, FileName name, String tenant) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(copy), BUFFER);
    boolean opened = false;
    try {
      Rows rows = name.isXml() ? new XmlRows(bytes, tenant) : new CsvRows(bytes, tenant);
      opened = true;
      return rows;
    } catch (CharacterCodingException e) {
      throw new RefusedFile(Refusal.ENCODING);
    } finally {
      if (!opened) {
        bytes.close();
      }
    }
  }
}

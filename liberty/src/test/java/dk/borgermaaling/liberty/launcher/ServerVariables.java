package dk.borgermaaling.liberty.launcher;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The variables that one start gives the server, as a file in {@code configDropins/overrides} that
 * only its owner may read. MicroProfile Config reads them too, so they carry the gateway's settings
 * as well.
 */
final class ServerVariables {
  private final Map<String, String> values = new TreeMap<>();

  ServerVariables set(String name, Object value) {
    values.put(name, value.toString());
    return this;
  }

  /**
   * Writes the file.
   *
   * @param features further ones of this start, for example what a test container needs
   */
  void write(Path serverConfiguration, String... features) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument();
      xml.writeStartElement("server");
      if (features.length > 0) {
        xml.writeStartElement("featureManager");
        for (String feature : features) {
          xml.writeStartElement("feature");
          xml.writeCharacters(feature);
          xml.writeEndElement();
        }
        xml.writeEndElement();
      }
      for (Map.Entry<String, String> value : values.entrySet()) {
        xml.writeEmptyElement("variable");
        xml.writeAttribute("name", value.getKey());
        xml.writeAttribute("value", value.getValue());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      Path file = serverConfiguration.resolve("configDropins/overrides/launcher.xml");
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text.toString());
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dk.borgermaaling.gateway.notification.kombit;

import dk.borgermaaling.gateway.access.kombit.SafeXml;
import dk.borgermaaling.gateway.access.kombit.SafeXml.UnsafeXml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Our own rules for MeMo 1.2 ({@code memo/memo-1.2.xsd} and {@code .rules}), read by a test. */
final class MemoRules {
  private static final Path FOLDER = Path.of("src", "test", "resources", "memo");

  private MemoRules() {}

  /** The first rule that this request breaks. */
  static Optional<String> broken(String request) {
    Element message;
    try {
      message = message(request);
    } catch (UnsafeXml e) {
      return Optional.of("no XML");
    }
    try {
      schema(FOLDER.resolve("memo-1.2.xsd"), message);
    } catch (SAXException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    try {
      XPath xpath = XPathFactory.newDefaultInstance().newXPath();
      xpath.setNamespaceContext(new Memo());
      for (String line : Files.readAllLines(FOLDER.resolve("memo-1.2.rules"))) {
        int bar = line.indexOf('|');
        if (!line.startsWith("#")
            && !(Boolean)
                xpath.evaluate(line.substring(bar + 1), message, XPathConstants.BOOLEAN)) {
          return Optional.of(line.substring(0, bar).strip());
        }
      }
      return Optional.empty();
    } catch (IOException | XPathException e) {
      throw new IllegalStateException(e);
    }
  }

  static Element message(String request) throws UnsafeXml {
    return SafeXml.child(SafeXml.parse(request.getBytes(StandardCharsets.UTF_8)), "Message")
        .orElseThrow();
  }

  /** Validates by the schema in this file. */
  static void schema(Path file, Element message) throws SAXException {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    try {
      factory.newSchema(file.toFile()).newValidator().validate(new DOMSource(message));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Memo implements NamespaceContext {
    @Override
    public String getNamespaceURI(String prefix) {
      return prefix.equals("m") ? KombiRequest.MEMO : XMLConstants.NULL_NS_URI;
    }

    @Override
    public String getPrefix(String uri) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Iterator<String> getPrefixes(String uri) {
      throw new UnsupportedOperationException();
    }
  }
}

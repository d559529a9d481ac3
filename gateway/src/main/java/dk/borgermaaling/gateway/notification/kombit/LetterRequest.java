package dk.borgermaaling.gateway.notification.kombit;

import dk.borgermaaling.gateway.letter.PostalAddress;
import dk.borgermaaling.gateway.notification.LetterMessage;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of KombiPostAfsend for a letter on paper: the wrapper in no namespace around one
 * ForsendelseI ({@code urn:oio:fjernprint:1.0.0}, in the order of its schema). The prefixes are
 * those of the published sample, because the service has known letters by their prefix before. The
 * recipient's number is the schema's dummy: the print supplier needs no CPR number.
 */
final class LetterRequest {
  private static final String PRINT = "urn:oio:fjernprint:1.0.0";
  private static final String DKAL = "urn:oio:dkal:1.0.0";
  private static final String ADIR = "urn:oio:adir:dagpenge:2009.07.01";
  private static final String ITST = "http://rep.oio.dk/itst.dk/xml/schemas/2006/01/17/";
  private static final String D5 = "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2005/03/15/";
  private static final String D3 = "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2003/02/13/";
  private static final String LINES = "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2005/05/19/";
  private static final String SAGDOK = "urn:oio:sagdok:3.0.0";
  private static final String NOBODY = "0000000000";
  private static final List<String> ORDINALS =
      List.of("First", "Second", "Third", "Fourth", "Fifth", "Sixth");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter xml;

  private LetterRequest() throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
  }

  /** The request, UTF-8. */
  static byte[] write(LetterMessage letter) {
    try {
      LetterRequest request = new LetterRequest();
      request.wrapper(letter);
      return request.bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a checked letter cannot be written", e);
    }
  }

  private void wrapper(LetterMessage letter) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("kombi_request");
    xml.writeStartElement("KombiValgKode");
    xml.writeCharacters("Fysisk Post");
    xml.writeEndElement();
    xml.writeStartElement("fjernprint", "ForsendelseISamling", PRINT);
    xml.writeNamespace("fjernprint", PRINT);
    start("fjernprint", "ForsendelseI", PRINT);
    xml.writeNamespace("dkal", DKAL);
    xml.writeNamespace("adir", ADIR);
    xml.writeNamespace("itst", ITST);
    xml.writeNamespace("d5", D5);
    xml.writeNamespace("d3", D3);
    xml.writeNamespace("lines", LINES);
    xml.writeNamespace("sd", SAGDOK);
    content(letter);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private void content(LetterMessage letter) throws XMLStreamException {
    print("AfsendelseIdentifikator", letter.messageUuid().toString());
    print("ForsendelseTypeIdentifikator", String.valueOf(letter.print().shipmentType()));
    start("fjernprint", "ForsendelseModtager", PRINT);
    start("dkal", "AfsendelseModtager", DKAL);
    element("adir", "CPRnummerIdentifikator", ADIR, NOBODY);
    xml.writeEndElement();
    start("fjernprint", "ModtagerAdresse", PRINT);
    address(letter.address());
    xml.writeEndElement();
    xml.writeEndElement();
    element("dkal", "FilformatNavn", DKAL, "PDF");
    element(
        "dkal", "MeddelelseIndholdData", DKAL, Base64.getEncoder().encodeToString(letter.pdf()));
    start("fjernprint", "TransaktionsParametreI", PRINT);
    print("KvitteringsTypeKode", "Alle");
    xml.writeEndElement();
    start("fjernprint", "DokumentParametre", PRINT);
    element("sd", "TitelTekst", SAGDOK, letter.title());
    xml.writeEndElement();
    start("fjernprint", "PrintParametre", PRINT);
    print("SimplexDuplexKode", letter.print().duplex() ? "Duplex" : "Simplex");
    print("FarveSHKode", letter.print().colour() ? "Farve" : "SH");
    print("KuvertTypeKode", letter.print().envelope().name());
    xml.writeEndElement();
    start("fjernprint", "PostParametre", PRINT);
    print("PostKategoriKode", letter.print().category().code());
    xml.writeEndElement();
  }

  private void address(PostalAddress address) throws XMLStreamException {
    element("itst", "PersonName", ITST, address.name());
    if (address.isStructured()) {
      structured(address);
    } else {
      List<String> lines = address.freeLines();
      for (int i = 0; i < lines.size(); i++) {
        element("lines", "PostalAddress" + ORDINALS.get(i) + "LineText", LINES, lines.get(i));
      }
      element("d5", "PostCodeIdentifier", D5, address.postCode());
    }
    start("d3", "CountryIdentificationCode", D3);
    xml.writeAttribute("scheme", "iso3166-alpha2");
    xml.writeCharacters("DK");
    xml.writeEndElement();
  }

  private void structured(PostalAddress address) throws XMLStreamException {
    optional("fjernprint", "CoNavn", PRINT, address.careOf());
    element("d5", "StreetName", D5, address.street());
    element("d3", "StreetBuildingIdentifier", D3, address.building());
    optional("d3", "FloorIdentifier", D3, address.floor());
    optional("d3", "SuiteIdentifier", D3, address.suite());
    element("d5", "PostCodeIdentifier", D5, address.postCode());
    String town = address.subdivision();
    optional("d5", "DistrictSubdivisionIdentifier", D5, town.isEmpty() ? null : town);
  }

  private void print(String name, String text) throws XMLStreamException {
    element("fjernprint", name, PRINT, text);
  }

  private void optional(String prefix, String name, String namespace, @Nullable String text)
      throws XMLStreamException {
    if (text != null) {
      element(prefix, name, namespace, text);
    }
  }

  private void element(String prefix, String name, String namespace, String text)
      throws XMLStreamException {
    start(prefix, name, namespace);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void start(String prefix, String name, String namespace) throws XMLStreamException {
    xml.writeStartElement(prefix, name, namespace);
  }
}

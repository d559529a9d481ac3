package dk.borgermaaling.gateway.letter.kombit;

import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes PersonLookup of PersonBaseDataExtended (SF1520): SOAP 1.1 without headers, the authority
 * in AuthorityContext, the caller known by its certificate. The namespace ends in the version of
 * the service, which is the last segment of its address.
 */
final class PersonLookup {
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String SERVICE =
      "http://serviceplatformen.dk/xml/wsdl/soap11/CPR/PersonBaseDataExtended/";
  private static final String AUTHORITY =
      "http://serviceplatformen.dk/xml/schemas/AuthorityContext/1/";
  private static final String NUMBER = "http://serviceplatformen.dk/xml/schemas/cpr/PNR/1/";

  private final String namespace;

  PersonLookup(URI endpoint) {
    String path = String.valueOf(endpoint.getPath());
    String version = path.substring(path.lastIndexOf('/') + 1);
    if (!version.matches("[1-9][0-9]?")) {
      throw new IllegalArgumentException(
          "gateway.letter.address-endpoint must end in the version of the service");
    }
    this.namespace = SERVICE + version + "/";
  }

  /** For the header SOAPAction, in quotation marks. */
  String action() {
    return "\"" + namespace + "PersonLookup\"";
  }

  /** The request, UTF-8. */
  byte[] write(Cvr authority, CprNumber citizen) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("soap", "Envelope", SOAP);
      xml.writeNamespace("soap", SOAP);
      xml.writeStartElement("soap", "Body", SOAP);
      xml.writeStartElement("p", "PersonLookupRequest", namespace);
      xml.writeNamespace("p", namespace);
      xml.writeStartElement("a", "AuthorityContext", AUTHORITY);
      xml.writeNamespace("a", AUTHORITY);
      xml.writeStartElement("a", "MunicipalityCVR", AUTHORITY);
      xml.writeCharacters(authority.value());
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeStartElement("n", "PNR", NUMBER);
      xml.writeNamespace("n", NUMBER);
      xml.writeCharacters(citizen.value());
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a question cannot be written", e);
    }
    return bytes.toByteArray();
  }
}

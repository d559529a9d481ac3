package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.digitalpost.KombiRequest.Refused;
import dk.borgermaaling.simulators.digitalpost.PrintShape.Field;
import dk.borgermaaling.simulators.xml.Xml;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.w3c.dom.Element;

/**
 * A letter for the print supplier. What the schema of remote print forbids is refused as a schema
 * refuses it; a document that no print supplier takes is refused by the Postkomponent's own rules
 * (the real answers are not known).
 *
 * @param id AfsendelseIdentifikator
 * @param name of the recipient, who is known by name and post code alone: the CPR number is a dummy
 * @param pdf in Base64
 */
record PrintedLetter(String id, String title, String name, String postCode, String pdf) {
  private static final int LARGEST_PDF = 7 * 1024 * 1024;
  private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  static PrintedLetter read(Element all) throws Refused {
    List<Element> letters = Xml.children(all);
    if (letters.size() != 1 || !Xml.is(letters.get(0), PrintShape.PRINT, "ForsendelseI")) {
      throw new Refused(true, "ForsendelseISamling must hold one ForsendelseI");
    }
    Element letter = letters.get(0);
    boolean freeLines =
        letter.getElementsByTagNameNS(PrintShape.LINES, "PostalAddressFirstLineText").getLength()
            > 0;
    check(letter, PrintShape.letter(freeLines ? PrintShape.FREE_LINES : PrintShape.STRUCTURED));
    checkCountry(letter);
    String pdf = text(letter, PrintShape.DKAL, "MeddelelseIndholdData").replaceAll("\\s", "");
    checkPdf(pdf);
    return new PrintedLetter(
        text(letter, PrintShape.PRINT, "AfsendelseIdentifikator"),
        text(letter, PrintShape.SAGDOK, "TitelTekst"),
        text(letter, PrintShape.ITST, "PersonName"),
        text(letter, PrintShape.D5, "PostCodeIdentifier"),
        pdf);
  }

  /** What the switches know a recipient by. */
  String recipient() {
    return name + ", " + postCode;
  }

  private static void check(Element parent, List<Field> fields) throws Refused {
    int at = 0;
    for (Element child : Xml.children(parent)) {
      while (at < fields.size()
          && !Xml.is(child, fields.get(at).namespace(), fields.get(at).name())) {
        missing(parent, fields.get(at++));
      }
      if (at == fields.size()) {
        throw new Refused(
            true, child.getLocalName() + " is not expected in " + parent.getLocalName());
      }
      Field field = fields.get(at++);
      if (!field.fields().isEmpty()) {
        check(child, field.fields());
      } else if (!field.text().matcher(child.getTextContent()).matches()) {
        throw new Refused(true, field.name() + " does not match " + field.text());
      }
    }
    while (at < fields.size()) {
      missing(parent, fields.get(at++));
    }
  }

  private static void missing(Element parent, Field field) throws Refused {
    if (field.required()) {
      throw new Refused(true, field.name() + " is missing in " + parent.getLocalName());
    }
  }

  private static void checkCountry(Element letter) throws Refused {
    Element country =
        (Element) letter.getElementsByTagNameNS(PrintShape.D3, "CountryIdentificationCode").item(0);
    if (!List.of("iso3166-alpha2", "iso3166-alpha3", "un-numeric3", "imk")
        .contains(country.getAttribute("scheme"))) {
      throw new Refused(true, "CountryIdentificationCode needs a known scheme");
    }
  }

  private static void checkPdf(String base64) throws Refused {
    byte[] pdf;
    try {
      pdf = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Refused(true, "MeddelelseIndholdData is not Base64");
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (i >= pdf.length || pdf[i] != MAGIC[i]) {
        throw new Refused(false, "The document is not a PDF");
      }
    }
    if (pdf.length > LARGEST_PDF) {
      throw new Refused(false, "The document has more than 7 MiB");
    }
  }

  private static String text(Element letter, String namespace, String name) {
    var found = letter.getElementsByTagNameNS(namespace, name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }
}

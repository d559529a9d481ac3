package dk.borgermaaling.gateway.notification.kombit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.kombit.SafeXml;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.letter.PostalAddress;
import dk.borgermaaling.gateway.letter.PrintChoices;
import dk.borgermaaling.gateway.letter.PrintChoices.Envelope;
import dk.borgermaaling.gateway.letter.PrintChoices.PostCategory;
import dk.borgermaaling.gateway.letter.Sheets;
import dk.borgermaaling.gateway.notification.LetterMessage;
import dk.borgermaaling.gateway.notification.Postage;
import dk.borgermaaling.gateway.notification.ReferenceData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xmlunit.assertj3.ValueAssert;
import org.xmlunit.assertj3.XmlAssert;

class LetterRequestTest {
  private static final byte[] PDF = "%PDF-1.7 æøå".getBytes(StandardCharsets.UTF_8);
  private static final Map<String, String> NAMESPACES =
      Map.of(
          "f", "urn:oio:fjernprint:1.0.0",
          "d", "urn:oio:dkal:1.0.0",
          "a", "urn:oio:adir:dagpenge:2009.07.01",
          "i", "http://rep.oio.dk/itst.dk/xml/schemas/2006/01/17/",
          "d3", "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2003/02/13/",
          "d5", "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2005/03/15/",
          "l", "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2005/05/19/");

  @Test
  void a_letter_carries_what_the_published_sample_has() {
    LetterMessage letter = letter(Sheets.LONG);
    String xml = written(letter);
    assertThat(xml).contains("<kombi_request><KombiValgKode>Fysisk Post</KombiValgKode>");
    assertThat(xml).contains("<fjernprint:ForsendelseISamling xmlns:fjernprint=");
    value(xml, "//f:AfsendelseIdentifikator").isEqualTo(letter.messageUuid().toString());
    value(xml, "//f:ForsendelseTypeIdentifikator").isEqualTo("265");
    value(xml, "//a:CPRnummerIdentifikator").isEqualTo("0000000000");
    value(xml, "//i:PersonName").isEqualTo(Sheets.LONG.name());
    value(xml, "//f:CoNavn").isEqualTo("Ægir Ø. Sørensen");
    value(xml, "//d5:StreetName").isEqualTo("Prinsesse Charlottes Gade");
    value(xml, "//d3:StreetBuildingIdentifier").isEqualTo("12B");
    value(xml, "//d3:FloorIdentifier").isEqualTo("1");
    value(xml, "//d3:SuiteIdentifier").isEqualTo("tv");
    value(xml, "//d5:PostCodeIdentifier").isEqualTo("2200");
    value(xml, "//d5:DistrictSubdivisionIdentifier").isEqualTo("Nørrebro");
    value(xml, "//d3:CountryIdentificationCode/@scheme").isEqualTo("iso3166-alpha2");
    value(xml, "//d:FilformatNavn").isEqualTo("PDF");
    value(xml, "//f:KuvertTypeKode").isEqualTo("C5");
    value(xml, "//f:PostKategoriKode").isEqualTo("Prioritaire");
    assertThat(
            Base64.getDecoder()
                .decode(xml.replaceAll("(?s).*IndholdData>(.*)</dkal:Meddelelse.*", "$1")))
        .isEqualTo(PDF);
  }

  @Test
  void a_long_street_goes_as_free_lines() {
    String xml = written(letter(at("Den meget lange vej bag de gamle fabrikker ved havnen", "3")));
    value(xml, "//l:PostalAddressFirstLineText").isEqualTo("Den meget lange vej bag de gamle");
    value(xml, "//l:PostalAddressSecondLineText").isEqualTo("fabrikker ved havnen 3");
    value(xml, "//l:PostalAddressThirdLineText").isEqualTo("2300 København S");
    value(xml, "//d5:PostCodeIdentifier").isEqualTo("2300");
    assertThat(xml).doesNotContain("StreetName");
  }

  @Test
  void every_kind_of_letter_is_valid_by_the_official_schema() throws Exception {
    Path schemas = ReferenceData.require("digital-post/sf1600-fjernprint/SF1600_EP_SP1-2/xsd/oio");
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    // The schema imports one namespace from many files.
    factory.setFeature("http://apache.org/xml/features/honour-all-schemaLocations", true);
    Schema schema = factory.newSchema(schemas.resolve("ForsendelseI.xsd").toFile());
    List<PostalAddress> addresses =
        Stream.of(
                Sheets.LONG,
                at("Testvej", "3"),
                at("Testvej", "12-14"),
                at("Den meget lange vej bag de gamle fabrikker ved havnen", "003a"),
                at("<Æ> & Ø", "0101Z"))
            .toList();
    for (PostalAddress address : addresses) {
      for (PostCategory category : PostCategory.values()) {
        for (Envelope envelope : Envelope.values()) {
          boolean flag = envelope == Envelope.C4;
          LetterMessage letter =
              letter(address, new PrintChoices(265, category, envelope, flag, !flag));
          assertThat(letter.defect()).isEmpty();
          Element sent =
              SafeXml.at(
                      SafeXml.parse(KombiRequest.write(letter, MemoVersion.V1_2)),
                      "ForsendelseISamling")
                  .flatMap(all -> SafeXml.child(all, "ForsendelseI"))
                  .orElseThrow();
          schema.newValidator().validate(new DOMSource(sent));
        }
      }
    }
  }

  @Test
  void what_breaks_a_letter_is_told_before_it_is_sent() {
    assertThat(letter(Sheets.LONG, choices(null)).defect())
        .contains("no type of shipment is agreed with the print supplier");
    assertThat(message(Sheets.LONG, new byte[] {1, 2, 3}, "Titel").defect())
        .contains("the letter must be a PDF");
    byte[] large = new byte[LetterMessage.LARGEST + 1];
    System.arraycopy(PDF, 0, large, 0, 5);
    assertThat(message(Sheets.LONG, large, "Titel").defect())
        .contains("the letter must have at most 7 MiB");
    assertThat(message(Sheets.LONG, PDF, " ").defect())
        .contains("the title must have 1 to 150 characters");
    assertThat(message(Sheets.LONG, PDF, "a\u0001b").defect())
        .contains("a text has a character that XML cannot carry");
    assertThat(letter(Sheets.LONG).toString()).doesNotContain("Åse");
  }

  private static PostalAddress at(String street, String building) {
    return new PostalAddress(
        "Test Testesen", null, street, building, null, null, null, "2300", "København S");
  }

  private static PrintChoices choices(@Nullable Integer shipmentType) {
    return new PrintChoices(shipmentType, PostCategory.PRIORITY, Envelope.C5, false, true);
  }

  private static LetterMessage letter(PostalAddress address) {
    return letter(address, choices(265));
  }

  private static LetterMessage letter(PostalAddress address, PrintChoices choices) {
    return new LetterMessage(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new Cvr("20310413"),
        "Hvordan oplever du kommunens indsats?",
        address,
        choices,
        PDF,
        Postage.FREE);
  }

  private static LetterMessage message(PostalAddress address, byte[] pdf, String title) {
    return new LetterMessage(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new Cvr("20310413"),
        title,
        address,
        choices(265),
        pdf,
        Postage.FREE);
  }

  private static ValueAssert value(String xml, String path) {
    return XmlAssert.assertThat(xml).withNamespaceContext(NAMESPACES).valueByXPath(path);
  }

  private static String written(LetterMessage letter) {
    return new String(KombiRequest.write(letter, MemoVersion.V1_2), StandardCharsets.UTF_8);
  }
}

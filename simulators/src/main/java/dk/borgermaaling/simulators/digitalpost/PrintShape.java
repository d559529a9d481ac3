package dk.borgermaaling.simulators.digitalpost;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What may stand in a ForsendelseI of remote print (fjernprint), from the published schema: names,
 * order, how often, and the form of each text.
 */
final class PrintShape {
  static final String PRINT = "urn:oio:fjernprint:1.0.0";
  static final String DKAL = "urn:oio:dkal:1.0.0";
  static final String ADIR = "urn:oio:adir:dagpenge:2009.07.01";
  static final String ITST = "http://rep.oio.dk/itst.dk/xml/schemas/2006/01/17/";
  static final String D5 = "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2005/03/15/";
  static final String D3 = "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2003/02/13/";
  static final String LINES = "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2005/05/19/";
  static final String BOX = "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2005/05/13/";
  static final String SAGDOK = "urn:oio:sagdok:3.0.0";

  /**
   * One element.
   *
   * @param required whether it must be there; none may be there twice
   * @param text the form of its text; empty pattern for an element that holds others
   */
  record Field(String namespace, String name, boolean required, Pattern text, List<Field> fields) {}

  private PrintShape() {}

  static final List<Field> STRUCTURED =
      List.of(
          must(ITST, "PersonName", upTo(130)),
          may(PRINT, "CoNavn", upTo(130)),
          must(D5, "StreetName", upTo(40)),
          must(D3, "StreetBuildingIdentifier", "[1-9][0-9]{0,2}[A-Z]?"),
          may(D3, "FloorIdentifier", "[1-9]|[1-9][0-9]|KL|ST|kl|st|k[2-9]|K[2-9]"),
          may(D3, "SuiteIdentifier", upTo(4)),
          may(D3, "MailDeliverySublocationIdentifier", upTo(34)),
          must(D5, "PostCodeIdentifier", "[0-9]{4}"),
          may(D5, "DistrictSubdivisionIdentifier", upTo(34)),
          may(BOX, "PostOfficeBoxIdentifier", "[1-9][0-9]{0,3}"),
          must(D3, "CountryIdentificationCode", "[a-zA-Z]{2,3}|[0-9]{3,4}"));

  static final List<Field> FREE_LINES =
      List.of(
          must(ITST, "PersonName", upTo(130)),
          must(LINES, "PostalAddressFirstLineText", upTo(34)),
          may(LINES, "PostalAddressSecondLineText", upTo(34)),
          may(LINES, "PostalAddressThirdLineText", upTo(34)),
          may(LINES, "PostalAddressFourthLineText", upTo(34)),
          may(LINES, "PostalAddressFifthLineText", upTo(34)),
          may(LINES, "PostalAddressSixthLineText", upTo(34)),
          may(D5, "PostCodeIdentifier", "[0-9]{4}"),
          must(D3, "CountryIdentificationCode", "[a-zA-Z]{2,3}|[0-9]{3,4}"));

  /** A letter whose address is of one of the two forms. */
  static List<Field> letter(List<Field> address) {
    return List.of(
        must(PRINT, "AfsendelseIdentifikator", upTo(38)),
        may(PRINT, "ForsendelseTypeIdentifikator", "0*[1-9][0-9]*"),
        must(
            PRINT,
            "ForsendelseModtager",
            List.of(
                must(
                    DKAL,
                    "AfsendelseModtager",
                    List.of(must(ADIR, "CPRnummerIdentifikator", "0000000000|[0-3][0-9]{9}"))),
                must(PRINT, "ModtagerAdresse", address))),
        must(DKAL, "FilformatNavn", "PDF"),
        must(DKAL, "MeddelelseIndholdData", "(?s).+"),
        new Field(
            PRINT,
            "TransaktionsParametreI",
            false,
            Pattern.compile(""),
            List.of(
                may(PRINT, "TransaktionsDatoTid", "[0-9]{4}-.+"),
                may(PRINT, "MasseForsendelseIdentifikator", upTo(38)),
                may(PRINT, "KvitteringsTypeKode", "Alle|Ingen|Kun fejl"),
                may(PRINT, "KvitteringsEmail", "[^@]+@[^@]+"))),
        must(PRINT, "DokumentParametre", List.of(may(SAGDOK, "TitelTekst", "(?s).*"))),
        new Field(
            PRINT,
            "PrintParametre",
            false,
            Pattern.compile(""),
            List.of(
                may(PRINT, "SimplexDuplexKode", "Simplex|Duplex"),
                may(PRINT, "FarveSHKode", "SH|Farve"),
                may(PRINT, "KuvertTypeKode", "C4|C5|MA"))),
        new Field(
            PRINT,
            "PostParametre",
            false,
            Pattern.compile(""),
            List.of(
                may(
                    PRINT,
                    "PostKategoriKode",
                    "Prioritaire|Economique|Bulk|Rekommanderet|Rekommanderet med modtagerbevis"
                        + "|Forkyndelse"))));
  }

  private static String upTo(int length) {
    return "(?s).{1," + length + "}";
  }

  private static Field must(String namespace, String name, String text) {
    return new Field(namespace, name, true, Pattern.compile(text), List.of());
  }

  private static Field must(String namespace, String name, List<Field> fields) {
    return new Field(namespace, name, true, Pattern.compile(""), fields);
  }

  private static Field may(String namespace, String name, String text) {
    return new Field(namespace, name, false, Pattern.compile(text), List.of());
  }
}

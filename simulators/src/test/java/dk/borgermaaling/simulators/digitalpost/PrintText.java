package dk.borgermaaling.simulators.digitalpost;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Calls with a letter for the print supplier, as the published sample has it. */
final class PrintText {
  static final String PDF =
      Base64.getEncoder().encodeToString("%PDF-1.7 brev".getBytes(StandardCharsets.US_ASCII));

  private PrintText() {}

  static String kombi(String id) {
    return """
        <?xml version="1.0" encoding="UTF-8"?><kombi_request><KombiValgKode>Fysisk Post</KombiValgKode>
        <fjernprint:ForsendelseISamling xmlns:fjernprint="urn:oio:fjernprint:1.0.0"><fjernprint:ForsendelseI
          xmlns:dkal="urn:oio:dkal:1.0.0" xmlns:adir="urn:oio:adir:dagpenge:2009.07.01" xmlns:itst="http://rep.oio.dk/itst.dk/xml/schemas/2006/01/17/"
          xmlns:d5="http://rep.oio.dk/ebxml/xml/schemas/dkcc/2005/03/15/" xmlns:d3="http://rep.oio.dk/ebxml/xml/schemas/dkcc/2003/02/13/" xmlns:sd="urn:oio:sagdok:3.0.0">
        <fjernprint:AfsendelseIdentifikator>%s</fjernprint:AfsendelseIdentifikator>
        <fjernprint:ForsendelseTypeIdentifikator>265</fjernprint:ForsendelseTypeIdentifikator>
        <fjernprint:ForsendelseModtager><dkal:AfsendelseModtager><adir:CPRnummerIdentifikator>0000000000</adir:CPRnummerIdentifikator></dkal:AfsendelseModtager>
        <fjernprint:ModtagerAdresse><itst:PersonName>Test Testesen</itst:PersonName><d5:StreetName>Testvej</d5:StreetName>
        <d3:StreetBuildingIdentifier>3</d3:StreetBuildingIdentifier><d3:FloorIdentifier>1</d3:FloorIdentifier><d3:SuiteIdentifier>tv</d3:SuiteIdentifier>
        <d5:PostCodeIdentifier>2300</d5:PostCodeIdentifier><d3:CountryIdentificationCode scheme="iso3166-alpha2">DK</d3:CountryIdentificationCode>
        </fjernprint:ModtagerAdresse></fjernprint:ForsendelseModtager>
        <dkal:FilformatNavn>PDF</dkal:FilformatNavn><dkal:MeddelelseIndholdData>%s</dkal:MeddelelseIndholdData>
        <fjernprint:TransaktionsParametreI/><fjernprint:DokumentParametre><sd:TitelTekst>Et brev</sd:TitelTekst></fjernprint:DokumentParametre>
        <fjernprint:PostParametre><fjernprint:PostKategoriKode>Prioritaire</fjernprint:PostKategoriKode></fjernprint:PostParametre>
        </fjernprint:ForsendelseI></fjernprint:ForsendelseISamling></kombi_request>"""
        .formatted(id, PDF);
  }
}

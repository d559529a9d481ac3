package dk.borgermaaling.simulators.beskedfordeler;

import static dk.borgermaaling.simulators.xml.Xml.escape;
import static dk.borgermaaling.simulators.xml.Xml.escapeText;

import dk.borgermaaling.simulators.StoryClock;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/**
 * The message as the published samples have it, prefixes included. Two traps are kept: the payload
 * element's namespace lacks {@code oio}, and times come in UTC as well as with the Danish offset.
 */
final class Envelope {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DANISH =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
          .withZone(StoryClock.DENMARK);

  private static final String DIGITAL_POST = "96514e13-afdd-44d6-95a8-adc2ca19b127";

  /** One of the three print suppliers. */
  private static final String PRINT_SUPPLIER = "afd21f3d-11c7-4f51-b2a6-f31d6480a9fb";

  private static final String TEMPLATE =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <ns4:ModtagBeskedInput xmlns="urn:oio:sagdok:3.0.0" xmlns:ns2="urn:oio:besked:kuvert:1.0" xmlns:ns3="http://www.w3.org/2000/09/xmldsig#" xmlns:ns4="urn:oio:sts:1.0.0">
          <ns2:Haendelsesbesked>
              <ns2:BeskedId>
                  <UUIDIdentifikator>${beskedId}</UUIDIdentifikator>
              </ns2:BeskedId>
              <ns2:BeskedVersion>1.0</ns2:BeskedVersion>
              <ns2:Beskedkuvert>
                  <ns2:Filtreringsdata>
                      <ns2:Beskedtype>
                          <UUIDIdentifikator>d2bed63c-4853-4008-b6e0-a74c15b15fbf</UUIDIdentifikator>
                      </ns2:Beskedtype>
                      <ns2:BeskedAnsvarligAktoer>
                          <UUIDIdentifikator>${actor}</UUIDIdentifikator>
                      </ns2:BeskedAnsvarligAktoer>
                      <ns2:TilladtModtager>
                          <URNIdentifikator>urn:oio:cvr:${cvr}</URNIdentifikator>
                      </ns2:TilladtModtager>
                      <ns2:RelateretObjekt>
                          <ns2:ObjektId>
                              <UUIDIdentifikator>${senderSystem}</UUIDIdentifikator>
                          </ns2:ObjektId>
                          <ns2:ObjektType>
                              <UUIDIdentifikator>91aa31b3-c4b3-499e-8689-93b1ef89f319</UUIDIdentifikator>
                          </ns2:ObjektType>
                      </ns2:RelateretObjekt>
                      <ns2:ObjektRegistrering>
                          <ns2:ObjektRegistreringId>
                              <UUIDIdentifikator>${transmissionId}</UUIDIdentifikator>
                          </ns2:ObjektRegistreringId>
                          <ns2:RegistreringsAktoer>
                              <UUIDIdentifikator>19dc3a1d-c629-4853-b566-7fe49cf674ce</UUIDIdentifikator>
                          </ns2:RegistreringsAktoer>
                          <ns2:Registreringstidspunkt>
                              <TidsstempelDatoTid>${at}</TidsstempelDatoTid>
                          </ns2:Registreringstidspunkt>
                          <ns2:ObjektAnsvarligMyndighed>
                              <URNIdentifikator>urn:oio:cvr:${cvr}</URNIdentifikator>
                          </ns2:ObjektAnsvarligMyndighed>${object}
                          <ns2:ObjektType>
                              <UUIDIdentifikator>9a7be69f-b736-4e0e-9d5b-78d4f43e7ad7</UUIDIdentifikator>
                          </ns2:ObjektType>
                          <ns2:ObjektHandling>
                              <UUIDIdentifikator>${handling}</UUIDIdentifikator>
                          </ns2:ObjektHandling>
                      </ns2:ObjektRegistrering>
                  </ns2:Filtreringsdata>
                  <ns2:Leveranceinformation>
                      <ns2:Dannelsestidspunkt>
                          <TidsstempelDatoTid>${created}</TidsstempelDatoTid>
                      </ns2:Dannelsestidspunkt>
                      <ns2:TransaktionsId>
                          <UUIDIdentifikator>${transaction}</UUIDIdentifikator>
                      </ns2:TransaktionsId>
                      <ns2:Kildesystem>
                          <UUIDIdentifikator>19dc3a1d-c629-4853-b566-7fe49cf674ce</UUIDIdentifikator>
                      </ns2:Kildesystem>
                      <ns2:KildesystemIPAdresse>::FFFF:127.0.0.1</ns2:KildesystemIPAdresse>
                      <ns2:KildesystemAkkreditiver>${credentials}</ns2:KildesystemAkkreditiver>
                      <ns2:Sikkerhedsklassificering>
                          <UUIDIdentifikator>1d81c472-0808-44cc-963d-f5ef0170ae1d</UUIDIdentifikator>
                      </ns2:Sikkerhedsklassificering>
                      <ns2:Leveranceruter>
                          <ns2:Leverancerute>
                              <ns2:Fordelingssystem>
                                  <UUIDIdentifikator>f9fbbb38-4b2f-11e5-885d-feff819cdc9f</UUIDIdentifikator>
                              </ns2:Fordelingssystem>
                              <ns2:ModtagelsesTidspunkt>
                                  <TidsstempelDatoTid>${arrived}</TidsstempelDatoTid>
                              </ns2:ModtagelsesTidspunkt>
                              <ns2:LeveranceTidspunkt>
                                  <TidsstempelDatoTid>${pushed}</TidsstempelDatoTid>
                              </ns2:LeveranceTidspunkt>
                              <ns2:ModtagetFraSystem>
                                  <UUIDIdentifikator>19dc3a1d-c629-4853-b566-7fe49cf674ce</UUIDIdentifikator>
                              </ns2:ModtagetFraSystem>
                              <ns2:ErLeveretIHenholdTil>
                                  <UUIDIdentifikator>5f0c4a63-7a53-4c0e-9e58-3f3f0a3f6e0b</UUIDIdentifikator>
                              </ns2:ErLeveretIHenholdTil>
                              <ns2:LeveranceruteLokalUdvidelse>
                                  <ns2:AntalLeveranceforsoeg>${attempt}</ns2:AntalLeveranceforsoeg>
                              </ns2:LeveranceruteLokalUdvidelse>
                          </ns2:Leverancerute>
                      </ns2:Leveranceruter>
                  </ns2:Leveranceinformation>
              </ns2:Beskedkuvert>
              <ns2:Beskeddata>
                  <Base64 xmlns="urn:besked:kuvert:1.0" xmlns:ns4="urn:oio:sagdok:3.0.0" content-type="application/xml" encoding="UTF-8" file-type=".xml">${payload}</Base64>
              </ns2:Beskeddata>
          </ns2:Haendelsesbesked>
      </ns4:ModtagBeskedInput>
      """;

  private static final String OBJECT =
      """

                          <ns2:ObjektId>
                              <UUIDIdentifikator>${messageUuid}</UUIDIdentifikator>
                          </ns2:ObjektId>""";

  private final X509Certificate source;

  /**
   * @param source the certificate named as the source's credentials
   */
  Envelope(X509Certificate source) {
    this.source = source;
  }

  /**
   * @param attempt 1 for the first delivery
   * @param now business time
   */
  String write(Receipt receipt, int attempt, Instant now) {
    String object =
        receipt.messageUuid().isEmpty()
            ? ""
            : OBJECT.replace("${messageUuid}", escape(receipt.messageUuid()));
    return TEMPLATE
        .replace("${object}", object)
        .replace("${actor}", receipt.isPrint() ? PRINT_SUPPLIER : DIGITAL_POST)
        .replace("${beskedId}", receipt.beskedId())
        .replace("${cvr}", receipt.cvr())
        .replace("${senderSystem}", stable("system " + receipt.cvr()))
        .replace("${transmissionId}", receipt.transmissionId())
        .replace("${at}", UTC.format(receipt.at()))
        .replace("${handling}", receipt.status().handling())
        .replace("${created}", UTC.format(receipt.at().plusMillis(416)))
        .replace("${transaction}", stable("transaction " + receipt.beskedId()))
        .replace("${credentials}", credentials())
        .replace("${arrived}", DANISH.format(now))
        .replace("${pushed}", DANISH.format(now.plusMillis(1)))
        .replace("${attempt}", Integer.toString(attempt))
        .replace("${payload}", base64(payload(receipt)));
  }

  /** As a queue has it: without the element that a push wraps around it. */
  String bare(Receipt receipt, int attempt, Instant now) {
    String whole = write(receipt, attempt, now);
    String begin = "<ns2:Haendelsesbesked";
    return whole
        .substring(whole.indexOf(begin), whole.indexOf("</ns4:ModtagBeskedInput>"))
        .strip()
        .replace(
            begin + ">",
            begin + " xmlns=\"urn:oio:sagdok:3.0.0\" xmlns:ns2=\"urn:oio:besked:kuvert:1.0\">");
  }

  /** On success the element for error details is there and empty. */
  static String payload(Receipt receipt) {
    String details =
        receipt.errorCode().isEmpty()
            ? "<FejlDetaljer/>"
            : "<FejlDetaljer><FejlKode>"
                + escapeText(receipt.errorCode())
                + "</FejlKode><FejlTekst>"
                + escapeText(receipt.errorText())
                + "</FejlTekst></FejlDetaljer>";
    return "<PKO_PostStatus xmlns=\"http://serviceplatformen.dk/xml/print/PKO_PostStatus/1/types\">"
        + element("TransmissionId", receipt.transmissionId())
        + (receipt.isPrint()
            ? element("AfsendelseIdentifikator", receipt.messageUuid())
            : element("MessageUUID", receipt.messageUuid())
                + element("MessageId", receipt.messageId()))
        + element("KanalKode", receipt.channel())
        + element("TransaktionsDatoTid", UTC.format(receipt.at()))
        + element("TransaktionsStatusKode", receipt.status().code())
        + element("CorrelationId", receipt.transmissionId())
        + details
        + "</PKO_PostStatus>";
  }

  private static String element(String name, String value) {
    return value.isEmpty() ? "" : "<" + name + ">" + escapeText(value) + "</" + name + ">";
  }

  private String credentials() {
    return base64(source.getSubjectX500Principal().getName())
        + "."
        + base64(source.getSerialNumber().toString())
        + "."
        + base64(source.getIssuerX500Principal().getName());
  }

  private static String stable(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

package dk.borgermaaling.gateway.letter.kombit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dk.borgermaaling.gateway.access.kombit.TestHolders;
import dk.borgermaaling.gateway.access.kombit.TokenHolder;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.letter.AddressBook.Answer;
import dk.borgermaaling.gateway.letter.AddressBook.Blame;
import dk.borgermaaling.gateway.letter.PostalAddress;
import dk.borgermaaling.gateway.letter.Resident;
import dk.borgermaaling.gateway.letter.Resident.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xmlunit.assertj3.XmlAssert;

class KombitAddressBookTest {
  private static final TokenHolder HOLDER = TestHolders.of(Identity.authority("gateway"));
  private static final String PATH = "/service/CPR/PersonBaseDataExtended/4";
  private static final String SERVICE =
      "http://serviceplatformen.dk/xml/wsdl/soap11/CPR/PersonBaseDataExtended/4/";
  private static final CprNumber CITIZEN = new CprNumber("6701809995");
  private static final String ADDRESS =
      "<aktuelAdresse><kommunekode>185</kommunekode><vejkode>12</vejkode><husnummer>012B</husnummer>"
          + "<etage>01</etage><sidedoer>TV</sidedoer><conavn>Ægir Sørensen</conavn><bynavn>Vestamager"
          + "</bynavn><postnummer>2770</postnummer><postdistrikt>Kastrup</postdistrikt><vejnavn>Ålevej"
          + "</vejnavn></aktuelAdresse>";

  private HttpServer server;
  private String seen = "";
  private String action = "";
  private int status = 200;
  private String body = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        PATH,
        exchange -> {
          try (exchange) {
            seen = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            action = String.valueOf(exchange.getRequestHeaders().getFirst("SOAPAction"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void the_question_names_authority_and_citizen_in_the_body_alone() {
    body = person("1", "", ADDRESS);
    ask();
    assertThat(action).isEqualTo("\"" + SERVICE + "PersonLookup\"");
    XmlAssert.assertThat(seen)
        .withNamespaceContext(
            Map.of(
                "s", "http://schemas.xmlsoap.org/soap/envelope/",
                "p", SERVICE,
                "a", "http://serviceplatformen.dk/xml/schemas/AuthorityContext/1/",
                "n", "http://serviceplatformen.dk/xml/schemas/cpr/PNR/1/"))
        .valueByXPath(
            "concat(/s:Envelope/s:Body/p:PersonLookupRequest/a:AuthorityContext/a:MunicipalityCVR,"
                + " ' ', /s:Envelope/s:Body/p:PersonLookupRequest/n:PNR)")
        .isEqualTo("20310413 6701809995");
  }

  @Test
  void a_resident_has_municipality_name_and_address() {
    body = person("1", "", ADDRESS);
    assertThat(ask())
        .isEqualTo(
            new Answer.Found(
                new Resident(
                    Status.RESIDENT,
                    new MunicipalityCode("0185"),
                    false,
                    new PostalAddress(
                        "Åse Sørensen",
                        "Ægir Sørensen",
                        "Ålevej",
                        "12B",
                        "1",
                        "tv",
                        "Vestamager",
                        "2770",
                        "Kastrup"))));
  }

  @ParameterizedTest
  @CsvSource({
    "3, RESIDENT", "5, IN_GREENLAND", "07, IN_GREENLAND", "20, NOT_RESIDENT", "30, NUMBER_ENDED",
    "50, NUMBER_ENDED", "60, NUMBER_ENDED", "70, MISSING", "80, EMIGRATED", "90, DEAD"
  })
  void the_register_s_status_is_understood(String code, Status wanted) {
    body = person(code, "", "");
    assertThat(ask()).isEqualTo(new Answer.Found(new Resident(wanted, null, false, null)));
  }

  @ParameterizedTest
  @CsvSource({
    "<beskyttet>true</beskyttet>, true",
    "<startdato>2020-01-01</startdato>, true",
    "<beskyttet>false</beskyttet>, false"
  })
  void protection_is_read_and_doubt_protects(String protection, boolean wanted) {
    body = person("1", "<adressebeskyttelse>" + protection + "</adressebeskyttelse>", ADDRESS);
    assertThat(((Answer.Found) ask()).resident().addressProtected()).isEqualTo(wanted);
  }

  @Test
  void a_number_that_the_register_does_not_know_is_not_found() {
    status = 500;
    body = fault("PNR not found");
    assertThat(ask()).isEqualTo(new Answer.NotFound());
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "", "x"})
  void a_status_that_nobody_has_described_is_no_answer(String code) {
    body = person(code, "", ADDRESS);
    assertThat(ask())
        .isEqualTo(new Answer.NoAnswer("the answer has no status that we know", Blame.TRANSIENT));
  }

  @ParameterizedTest
  @CsvSource({
    "401, , AGREEMENT",
    "403, , AGREEMENT",
    "404, , CONFIGURATION",
    "503, , TRANSIENT",
    "200, <html>, TRANSIENT",
    "200, <a/>, TRANSIENT"
  })
  void what_is_no_answer_has_somebody_to_blame(int http, String content, Blame wanted) {
    status = http;
    body = content == null ? "" : content;
    Answer answer = ask();
    assertThat(answer).isInstanceOf(Answer.NoAnswer.class);
    assertThat(((Answer.NoAnswer) answer).blame()).isEqualTo(wanted);
  }

  @Test
  void a_fault_is_told_without_its_text() {
    status = 500;
    body = fault("No service agreement for 6701809995");
    assertThat(ask())
        .isEqualTo(new Answer.NoAnswer("the service answered 500 with a fault", Blame.AGREEMENT));
    body = fault("Kald til kilde fejlede for 6701809995");
    assertThat(ask())
        .isEqualTo(new Answer.NoAnswer("the service answered 500 with a fault", Blame.TRANSIENT));
  }

  @Test
  void nobody_there_is_no_answer() {
    server.stop(0);
    assertThat(ask()).isEqualTo(new Answer.NoAnswer("ConnectException", Blame.TRANSIENT));
  }

  @Test
  void an_address_without_the_service_s_version_is_refused() {
    assertThatThrownBy(
            () -> new KombitAddressBook(() -> HOLDER, URI.create("https://localhost/service/CPR")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Answer ask() {
    return new KombitAddressBook(
            () -> HOLDER, URI.create("http://localhost:" + server.getAddress().getPort() + PATH))
        .ask(new Cvr("20310413"), CITIZEN);
  }

  private static String person(String status, String protection, String address) {
    return envelope(
        "<PersonLookupResponse xmlns=\""
            + SERVICE
            + "\"><persondata><navn><personadresseringsnavn>Åse Sørensen</personadresseringsnavn></navn>"
            + "<antalBoernUnder18>0</antalBoernUnder18><status><status>"
            + status
            + "</status></status>"
            + protection
            + "</persondata><adresse>"
            + address
            + "</adresse></PersonLookupResponse>");
  }

  private static String fault(String text) {
    return envelope(
        "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>"
            + text
            + "</faultstring></soap:Fault>");
  }

  private static String envelope(String content) {
    return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
        + content
        + "</soap:Body></soap:Envelope>";
  }
}

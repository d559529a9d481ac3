package dk.borgermaaling.simulators.cpr;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.server.SimulatorServer;
import dk.borgermaaling.simulators.support.Caller;
import dk.borgermaaling.simulators.support.TestCertificates;
import dk.borgermaaling.simulators.world.Person;
import dk.borgermaaling.simulators.world.ResidentList;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CivilRegisterTest {
  private static final String CPR = "6101011234";
  private static final String SERVICE =
      "http://serviceplatformen.dk/xml/wsdl/soap11/CPR/PersonBaseDataExtended/4/";

  private SimulatorServer server;
  private Caller caller;

  @BeforeEach
  void start() throws IOException {
    CivilRegister register =
        new CivilRegister(new ResidentList(List.of(new Person(CPR, "0740", "6.6", false))));
    List<Route> routes = register.routes();
    server =
        SimulatorServer.open(
            0,
            Gateway.tls(TestCertificates.key("tls").managers(), TestCertificates.trust()),
            routes);
    caller = new Caller(server.port(), "gateway");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_person_is_made_of_the_number_and_lives_where_the_story_says() throws Exception {
    String first = ask(CPR).body();
    assertThat(first)
        .contains("<status>1</status>", "<kommunekode>740</kommunekode>", "Silkeborg")
        .contains("<personadresseringsnavn>", "<vejnavn>", "<postnummer>8600</postnummer>");
    assertThat(ask(CPR).body()).isEqualTo(first);
    assertThat(ask("6101014321").body()).contains("<kommunekode>461</kommunekode>");
  }

  @ParameterizedTest
  @CsvSource({
    "dead, 200, <status>90</status>",
    "emigrated, 200, <status>80</status>",
    "missing, 200, <status>70</status>",
    "moved, 200, <kommunekode>461</kommunekode>",
    "protected, 200, <beskyttet>true</beskyttet>",
    "no-address, 200, <vejkode>9901</vejkode>",
    "unknown-person, 500, PNR not found",
    "error, 500, Kald til kilde fejlede",
    "no-agreement, 500, No service agreement"
  })
  void a_switch_changes_what_is_said_of_some(String name, int status, String content)
      throws Exception {
    turnOn(name, "{\"recipients\":[\"" + CPR + "\"]}");
    assertThat(ask(CPR).statusCode()).isEqualTo(status);
    assertThat(ask(CPR).body()).contains(content);
    assertThat(ask("6101014321").body()).doesNotContain("<status>90").contains("<vejnavn>");
    caller.send(caller.request("/cpr/switches/" + name).DELETE());
    assertThat(ask(CPR).body()).contains("<kommunekode>740</kommunekode>", "<status>1</status>");
  }

  @Test
  void a_question_that_is_not_quite_right_is_a_fault() throws Exception {
    assertThat(post(question(CPR).replace("PNR", "CPR"), "4").statusCode()).isEqualTo(500);
    assertThat(post(question(CPR).replace("35209115", "1"), "4").statusCode()).isEqualTo(500);
    assertThat(post(question(CPR).replace("Extended/4/", "Extended/5/"), "4").statusCode())
        .isEqualTo(500);
    assertThat(post(question(CPR), "5").body()).contains("SOAPAction");
    assertThat(post(question(CPR).substring(1), "4").body()).contains("not well-formed");
  }

  private HttpResponse<String> ask(String cpr) throws Exception {
    return post(question(cpr), "4");
  }

  private HttpResponse<String> post(String body, String version) throws Exception {
    return caller.send(
        caller
            .request("/service/CPR/PersonBaseDataExtended/" + version)
            .header("Content-Type", "text/xml;charset=UTF-8")
            .header("SOAPAction", "\"" + SERVICE + "PersonLookup\"")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private void turnOn(String name, String body) throws Exception {
    assertThat(
            caller
                .send(
                    caller
                        .request("/cpr/switches/" + name)
                        .PUT(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode())
        .isEqualTo(204);
  }

  private static String question(String cpr) {
    return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
        + "<p:PersonLookupRequest xmlns:p=\""
        + SERVICE
        + "\"><a:AuthorityContext xmlns:a=\"http://serviceplatformen.dk/xml/schemas/AuthorityContext/1/\">"
        + "<a:MunicipalityCVR>35209115</a:MunicipalityCVR></a:AuthorityContext>"
        + "<n:PNR xmlns:n=\"http://serviceplatformen.dk/xml/schemas/cpr/PNR/1/\">"
        + cpr
        + "</n:PNR></p:PersonLookupRequest></s:Body></s:Envelope>";
  }
}

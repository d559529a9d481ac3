package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.contract.survey.Mark;
import dk.borgermaaling.contract.survey.Mode;
import dk.borgermaaling.contract.survey.OptOutReason;
import dk.borgermaaling.contract.survey.Problem_Exception;
import dk.borgermaaling.contract.survey.Source;
import dk.borgermaaling.contract.survey.SurveyFigures;
import dk.borgermaaling.contract.survey.SurveyPort;
import dk.borgermaaling.contract.survey.SurveyState;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.soap.RawMessage;
import dk.borgermaaling.gateway.edge.soap.TestToken;
import dk.borgermaaling.simulators.caller.SurveyCaller;
import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.sts.Registry;
import dk.borgermaaling.simulators.world.Town;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callers may ask and tell about surveys, at the packaged server. */
@ExtendWith(ArquillianExtension.class)
class SurveysIT {
  private static final String ASKED =
      """
      SELECT entity_id, 1 FROM contact.invitation i
      WHERE municipality_code = '0740' AND answered = %s AND EXISTS (
        SELECT 1 FROM contact.notification n WHERE n.invitation_id = i.id AND n.step = 'first'
          AND n.state = 'DELIVERED')
      ORDER BY closes_at DESC LIMIT 1
      """;

  private final Wire wire = Wire.played();
  private final FreshEvent fresh = FreshEvent.in(wire.system());
  private final SurveyCaller caller =
      new SurveyCaller(
          wire.caller().at(wire.system().gateway().resolve("/soap/surveys"), Registry.SURVEY));
  private final SurveyPort surveys = caller.service();

  @AfterEach
  void forget() throws Problem_Exception {
    surveys.revokeOptOut("0740", fresh.cpr());
    Traces.remove(wire, fresh.eventId());
    Traces.execute(
        wire, List.of("DELETE FROM ops.access_token WHERE audience = ?"), Registry.SURVEY);
    caller.close();
  }

  @Test
  void the_status_tells_of_the_message_and_not_of_the_answer() throws Problem_Exception {
    var answered = surveys.getSurveyStatus("0740", Source.OTHER, caseThatWas(true));
    var silent = surveys.getSurveyStatus("0740", Source.OTHER, caseThatWas(false));
    assertThat(answered.getState()).isIn(SurveyState.DELIVERED, SurveyState.CLOSED);
    assertThat(silent.getState()).isIn(SurveyState.DELIVERED, SurveyState.CLOSED);
    assertThat(answered.getClosesOn()).isNotNull();
    assertThat(silent.getClosesOn()).isNotNull();
    assertProblem(
        () -> surveys.getSurveyStatus("0740", Source.OTHER, UUID.randomUUID().toString()),
        "not-found");
    assertProblem(
        () -> surveys.getSurveyStatus("0740", Source.FASIT, caseThatWas(true)), "not-found");
    assertProblem(
        () -> surveys.getSurveyStatus("0461", Source.OTHER, caseThatWas(true)), "not-allowed");
  }

  @Test
  void who_has_opted_out_is_not_asked_until_that_is_revoked() throws Problem_Exception {
    surveys.registerOptOut("0740", fresh.cpr(), OptOutReason.ASKED_BY_CITIZEN);
    surveys.registerOptOut("0740", fresh.cpr(), OptOutReason.SAFETY);
    assertThat(optOuts()).isEqualTo(Map.of("SAFETY", 1L));
    surveys.revokeOptOut("0740", fresh.cpr());
    surveys.revokeOptOut("0740", fresh.cpr());
    assertThat(optOuts()).isEmpty();
    assertProblem(
        () -> surveys.registerOptOut("0461", fresh.cpr(), OptOutReason.SAFETY), "not-allowed");
    assertProblem(
        () -> surveys.registerOptOut("0740", "9999999999", OptOutReason.SAFETY), "malformed");
    assertThat(optOuts()).isEmpty();
  }

  @Test
  void the_figures_are_those_of_the_dashboard_over_soap_and_over_rest() throws Problem_Exception {
    SurveyFigures figures = surveys.getSurveyFigures("0740", Mode.CONTINUOUS);
    assertThat(figures.getTurnout().getMark()).isIn(Mark.SOLID, Mark.THIN);
    assertThat((long) figures.getTurnout().getInvited())
        .isEqualTo(
            wire.tables()
                .count(
                    "SELECT sum(invited) FROM report.participation WHERE municipality_code = '0740'"));
    assertThat(figures.getTheme()).isNotEmpty();
    assertThat(figures.getGroup())
        .flatExtracting(group -> group.getTheme())
        .extracting(theme -> theme.getScore().getMark())
        .contains(Mark.HIDDEN);
    var rest = new RestCaller(wire, Registry.SURVEY).get("/rest/v1/surveys/figures");
    assertThat(rest.statusCode()).as(rest.body()).isEqualTo(200);
    assertThat(rest.body())
        .contains(
            "\"turnout\":{\"mark\":\""
                + figures.getTurnout().getMark()
                + "\",\"invited\":"
                + figures.getTurnout().getInvited()
                + ",\"responses\":"
                + figures.getTurnout().getResponses()
                + "}");
  }

  @Test
  void over_rest_the_same_is_asked_and_told() {
    RestCaller rest = new RestCaller(wire, Registry.SURVEY);
    String asked = "{\"municipalityCode\":\"0740\",\"source\":\"OTHER\",\"subject\":\"%s\"}";
    assertThat(rest.post("/rest/v1/surveys/status", asked.formatted(caseThatWas(true))).body())
        .containsPattern("\\{\"state\":\"(DELIVERED|CLOSED)\",\"closesOn\":\"20..-..-..\"}");
    assertAnswer(
        rest.post("/rest/v1/surveys/status", asked.formatted("nobody-has-told-of-it")),
        404,
        "not-found");
    String citizen = "{\"municipalityCode\":\"0740\",\"cprNumber\":\"" + fresh.cpr() + "\"";
    String optOut = citizen + ",\"reason\":\"WOULD_BURDEN\"}";
    assertThat(rest.post("/rest/v1/surveys/opt-outs", optOut).statusCode()).isEqualTo(204);
    assertThat(optOuts()).isEqualTo(Map.of("WOULD_BURDEN", 1L));
    assertAnswer(
        rest.post("/rest/v1/surveys/opt-outs", optOut.replace("WOULD_BURDEN", "LAZY")),
        400,
        "malformed");
    assertAnswer(
        rest.post("/rest/v1/surveys/opt-outs", optOut.replace("0740", "0461")), 403, "not-allowed");
    assertThat(rest.post("/rest/v1/surveys/opt-outs/revocations", citizen + "}").statusCode())
        .isEqualTo(204);
    assertThat(optOuts()).isEmpty();
  }

  @Test
  void a_token_for_case_events_opens_no_survey() {
    RestCaller rest = new RestCaller(wire, Registry.CASE_EVENT);
    assertAnswer(rest.get("/rest/v1/surveys/figures"), 401, "not-trusted");
    Traces.execute(
        wire, List.of("DELETE FROM ops.access_token WHERE audience = ?"), Registry.CASE_EVENT);
  }

  @Test
  void in_libertys_profile_it_is_answered_in_kind_and_each_operation_needs_its_role() {
    String body =
        "<c:getSurveyFigures xmlns:c=\"http://borgermaaling.dk/contract/survey/1\">"
            + "<c:municipalityCode>0740</c:municipalityCode></c:getSurveyFigures>";
    String role = "http://borgermaaling.dk/roles/servicesystemrole/";
    HttpResponse<String> answer = liberty(role + "read-survey-figures/1", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("Framework", "figures", "turnout");
    HttpResponse<String> refused = liberty(role + "read-survey-status/1", body);
    SoapBadInputIT.assertFault(refused, 500, "not-allowed", "text/xml");
    assertThat(refused.body()).doesNotContain("turnout");
  }

  private HttpResponse<String> liberty(String role, String body) {
    var address = wire.system().gateway().resolve("/soap/liberty/surveys");
    TestToken token =
        TestToken.issued(identity("sts"), identity("caller"), Town.SILKEBORG.cvr())
            .audience(Registry.SURVEY)
            .role(role);
    String message =
        RawMessage.of(token, address.toString(), body)
            .action("http://borgermaaling.dk/contract/survey/1/getSurveyFigures")
            .liberty("urn:liberty:sb:2006-08")
            .xml();
    return wire.post(wire.nobody(), address, "text/xml; charset=utf-8", message);
  }

  private Identity identity(String party) {
    KeyFile key = wire.key(party);
    return new Identity(key.certificate(), key.key());
  }

  private String caseThatWas(boolean answered) {
    return wire.tables().byName(ASKED.formatted(answered)).keySet().iterator().next();
  }

  private Map<String, Long> optOuts() {
    return wire.tables()
        .byName(
            "SELECT reason, count(*) FROM contact.opt_out WHERE municipality_code = '0740' GROUP BY 1");
  }

  private static void assertProblem(ThrowingCallable call, String problem) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem_Exception.class,
            fault ->
                assertThat(fault.getFaultInfo().getType())
                    .isEqualTo("http://borgermaaling.dk/problems/" + problem));
  }

  private static void assertAnswer(HttpResponse<String> answer, int status, String problem) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("http://borgermaaling.dk/problems/" + problem);
  }
}

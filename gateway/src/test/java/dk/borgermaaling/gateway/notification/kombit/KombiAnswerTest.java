package dk.borgermaaling.gateway.notification.kombit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.SendOutcome;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KombiAnswerTest {
  private static final String TAKEN =
      "<kombi_response><Result>true</Result>"
          + "<TransmissionID>0f7f3d1e-2f3c-4a59-9d70-3f6a3c1a9b11</TransmissionID>"
          + "<HovedoplysningerSvarREST><SvarReaktion><Advis><AdvisId>1</AdvisId>"
          + "<AdvisTekst>Received</AdvisTekst></Advis></SvarReaktion></HovedoplysningerSvarREST>"
          + "</kombi_response>";

  @Test
  void result_true_is_accepted_with_the_transmission_id() {
    assertThat(read(200, TAKEN))
        .isEqualTo(
            new SendOutcome.Accepted(UUID.fromString("0f7f3d1e-2f3c-4a59-9d70-3f6a3c1a9b11")));
  }

  @Test
  void result_false_is_refused_with_its_reason() {
    assertThat(
            read(
                200,
                "<kombi_response><Result>false</Result><HovedoplysningerSvarREST><SvarReaktion>"
                    + "<Fejl><FejlId>17</FejlId><FejlTekst>nej til 6101801234</FejlTekst></Fejl>"
                    + "</SvarReaktion></HovedoplysningerSvarREST></kombi_response>"))
        .isEqualTo(
            new SendOutcome.Refused(new Failure(FailureClass.OTHER, "17: nej til [number]")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "taken",
        "<kombi_response>",
        "<kombi_response/>",
        "<kombi_response><Result>maybe</Result></kombi_response>",
        "<!DOCTYPE x [<!ENTITY r 'true'>]><kombi_response><Result>&r;</Result></kombi_response>",
        "<!DOCTYPE kombi_response SYSTEM 'file:///etc/passwd'><kombi_response>"
            + "<Result>true</Result></kombi_response>",
      })
  void an_answer_that_cannot_be_read_leaves_the_outcome_unknown(String body) {
    assertThat(read(200, body)).isInstanceOf(SendOutcome.Unknown.class);
  }

  @Test
  void a_very_deep_answer_leaves_the_outcome_unknown() {
    String deep = "<a>".repeat(50_000) + "</a>".repeat(50_000);
    assertThat(read(200, deep)).isInstanceOf(SendOutcome.Unknown.class);
  }

  @Test
  void a_transmission_id_that_is_no_uuid_does_not_hide_that_the_message_was_taken() {
    assertThat(read(200, TAKEN.replaceAll("0f7f[^<]*", "x")))
        .isEqualTo(new SendOutcome.Accepted(null));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 408, 500, 502, 503, 504})
  void an_answer_that_does_not_say_leaves_the_outcome_unknown(int status) {
    assertThat(read(status, TAKEN)).isInstanceOf(SendOutcome.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({"400, CONTENT", "409, OTHER", "413, CONTENT", "415, CONTENT"})
  void a_refusal_has_a_class(int status, FailureClass kind) {
    assertThat(read(status, "<html>"))
        .isInstanceOfSatisfying(
            SendOutcome.Refused.class,
            refused -> assertThat(refused.failure().kind()).isEqualTo(kind));
  }

  @ParameterizedTest
  @CsvSource({
    "302, CONFIGURATION",
    "401, AGREEMENT",
    "403, AGREEMENT",
    "404, CONFIGURATION",
    "405, CONFIGURATION",
    "406, CONFIGURATION",
    "429, TRANSIENT"
  })
  void who_is_turned_away_at_the_door_may_come_again(int status, FailureClass kind) {
    assertThat(read(status, "<html>"))
        .isEqualTo(new SendOutcome.NotSent(new Failure(kind, "the service answered " + status)));
  }

  @Test
  void the_reason_in_an_error_response_is_kept() {
    assertThat(
            read(
                400,
                "<error_response><HovedoplysningerSvarREST><SvarReaktion><Fejl><FejlId>9</FejlId>"
                    + "<FejlTekst>x-TransaktionsId mangler</FejlTekst></Fejl></SvarReaktion>"
                    + "</HovedoplysningerSvarREST></error_response>"))
        .isEqualTo(
            new SendOutcome.Refused(
                new Failure(
                    FailureClass.CONTENT,
                    "the service answered 400: 9: x-TransaktionsId mangler")));
  }

  @Test
  void of_a_letter_the_service_s_words_are_not_kept_because_they_may_name_the_citizen() {
    String body =
        "<kombi_response><Result>false</Result><HovedoplysningerSvarREST><SvarReaktion><Fejl>"
            + "<FejlId>12</FejlId><FejlTekst>'Test Testesen, Testvej 3' er for lang</FejlTekst>"
            + "</Fejl></SvarReaktion></HovedoplysningerSvarREST></kombi_response>";
    assertThat(KombiAnswer.read(200, body.getBytes(StandardCharsets.UTF_8), Channel.LETTER))
        .isEqualTo(new SendOutcome.Refused(new Failure(FailureClass.OTHER, "12")));
  }

  private static SendOutcome read(int status, String body) {
    return KombiAnswer.read(status, body.getBytes(StandardCharsets.UTF_8), Channel.DIGITAL_POST);
  }
}

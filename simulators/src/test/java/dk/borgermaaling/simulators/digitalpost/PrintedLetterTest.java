package dk.borgermaaling.simulators.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.support.Eventually;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PrintedLetterTest extends RunningPostFixture {
  private final String id = UUID.randomUUID().toString();

  @Test
  void a_letter_is_kept_under_its_own_identifier_and_reported_all_the_way_to_the_post()
      throws Exception {
    HttpResponse<String> answer = caller.kombi(token, PrintText.kombi(id));
    assertThat(answer.body()).contains("<Result>true</Result>");
    Eventually.until(() -> gateway.receipts().size() == 5);
    assertThat(payloads())
        .allMatch(
            text ->
                text.contains("<AfsendelseIdentifikator>" + id + "</AfsendelseIdentifikator>")
                    && text.contains("<KanalKode>Fysisk Post</KanalKode>")
                    && !text.contains("MessageUUID"))
        .satisfiesExactly(
            text -> assertThat(text).contains(">Afsendt<"),
            text -> assertThat(text).contains(">Modtaget Fjern-print<"),
            text -> assertThat(text).contains(">Klar<"),
            text -> assertThat(text).contains(">Afleveret til print og kuvertering<"),
            text -> assertThat(text).contains(">Modtaget Post Danmark<"));
    assertThat(gateway.receipts().get(4))
        .contains("e94a0a8b-60a0-42ad-8b83-52c9e15d0fb3", "afd21f3d-11c7-4f51-b2a6-f31d6480a9fb");
    JsonObject letter = messages().get(0);
    assertThat(letter.getString("channel")).isEqualTo("Fysisk Post");
    assertThat(letter.getString("messageUUID")).isEqualTo(id);
    assertThat(letter.getString("recipient")).isEqualTo("Test Testesen, 2300");
  }

  @Test
  void the_same_letter_twice_is_one_letter_and_two_attempts() throws Exception {
    caller.kombi(token, PrintText.kombi(id));
    caller.kombi(token, PrintText.kombi(id));
    assertThat(messages()).hasSize(1);
    assertThat(messages().get(0).getInt("attempts")).isEqualTo(2);
  }

  @Test
  void a_letter_that_breaks_the_schema_is_refused() throws Exception {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("Identifier>3<", "Identifier>03<");
    wrong.put("BuildingIdentifier>3<", "BuildingIdentifier>3a<");
    wrong.put("FloorIdentifier>1<", "FloorIdentifier>st.<");
    wrong.put("SuiteIdentifier>tv<", "SuiteIdentifier>til venstre<");
    wrong.put("PostCodeIdentifier>2300<", "PostCodeIdentifier>DK-2300<");
    wrong.put("iso3166-alpha2", "iso");
    wrong.put("<itst:PersonName>Test Testesen</itst:PersonName>", "");
    wrong.put("FilformatNavn>PDF", "FilformatNavn>DOCX");
    wrong.put("Testvej<", "En vej med et navn på over fyrretyve tegn i alt<");
    wrong.put("Prioritaire", "Anbefalet");
    wrong.put("265", "0");
    wrong.put("<fjernprint:TransaktionsParametreI/>", "<fjernprint:DigitalPostParametre/>");
    wrong.put("urn:oio:fjernprint:1.0.0", "urn:oio:fjernprint:2.0.0");
    wrong.put("0000000000", "1");
    for (Map.Entry<String, String> one : wrong.entrySet()) {
      String letter = PrintText.kombi(id).replace(one.getKey(), one.getValue());
      assertThat(letter).isNotEqualTo(PrintText.kombi(id));
      HttpResponse<String> answer = caller.kombi(token, letter);
      assertThat(answer.statusCode() == 400 || answer.body().contains("<Result>false</Result>"))
          .as(one.getValue())
          .isTrue();
    }
    assertThat(messages()).isEmpty();
  }

  @Test
  void what_no_printer_takes_is_refused() throws Exception {
    String noPdf =
        PrintText.kombi(id)
            .replace(PrintText.PDF, Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, 4, 5}));
    assertThat(caller.kombi(token, noPdf).body()).contains("<Result>false</Result>", "not a PDF");
    byte[] large = new byte[7 * 1024 * 1024 + 1];
    System.arraycopy(Base64.getDecoder().decode(PrintText.PDF), 0, large, 0, 5);
    String tooLarge =
        PrintText.kombi(id).replace(PrintText.PDF, Base64.getEncoder().encodeToString(large));
    assertThat(caller.kombi(token, tooLarge).body()).contains("<Result>false</Result>", "7 MiB");
    assertThat(messages()).isEmpty();
  }

  @Test
  void a_letter_may_fail_at_the_printer_s_and_its_receipts_may_come_backwards() throws Exception {
    turnOn("failed-after-received", "{\"times\":1}");
    caller.kombi(token, PrintText.kombi(id));
    Eventually.until(() -> gateway.receipts().size() == 3);
    assertThat(payloads().get(2)).contains(">Fejlet<", "<FejlKode>");
    assertThat(messages()).isEmpty();
    turnOn("reordered-receipts", "{\"times\":1}");
    caller.kombi(token, PrintText.kombi(UUID.randomUUID().toString()));
    Eventually.until(() -> gateway.receipts().size() == 8);
    assertThat(payloads().get(3)).contains(">Modtaget Post Danmark<");
    assertThat(payloads().get(7)).contains(">Afsendt<");
  }
}

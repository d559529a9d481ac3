package dk.borgermaaling.gateway.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.console.TroubleBook.Kind;
import dk.borgermaaling.gateway.console.TroubleBook.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleViewTest {
  @ParameterizedTest
  @CsvSource({
    "AGREEMENT, serviceaftale, administrationsmodul, false",
    "CONFIGURATION, Opsætning, adresser, false",
    "TRANSIENT, Midlertidig, Ingen handling, true"
  })
  void a_message_that_waits_says_why_what_to_do_and_that_it_is_tried_again(
      String kind, String cause, String remedy, boolean expected) {
    TroubleView view = view(Kind.WAITING, kind, "the service answered 403");
    assertThat(view.title()).startsWith("Førstebeskeder venter").contains(cause);
    assertThat(view.detail()).isEqualTo("the service answered 403");
    assertThat(view.remedy()).contains(remedy, "prøves igen", "udløber");
    assertThat(view.expected()).isEqualTo(expected);
  }

  @Test
  void a_message_without_a_receipt_needs_a_person() {
    TroubleView accepted = view(Kind.NO_RECEIPT, "ACCEPTED", "");
    assertThat(accepted.title()).isEqualTo("Førstebeskeder uden kvittering");
    assertThat(accepted.remedy()).contains("kvitteringerne når frem", "KOMBIT");
    assertThat(accepted.expected()).isFalse();
    assertThat(view(Kind.NO_RECEIPT, "UNKNOWN", "").remedy()).contains("næppe taget imod");
  }

  @Test
  void a_message_stopped_for_want_of_an_agreement_names_ours_and_not_that_of_kombit() {
    TroubleView view = view(Kind.MESSAGE, "AGREEMENT", "NO_SERVICE_AGREEMENT");
    assertThat(view.title()).isEqualTo("Kommunen er ikke længere med");
    assertThat(view.remedy()).contains("ops.service_agreement").doesNotContain("KOMBIT");
  }

  @Test
  void what_we_have_stored_is_told_in_danish_and_what_others_said_as_they_said_it() {
    assertThat(view(Kind.MESSAGE, "STOPPED", "EXEMPT_FROM_DIGITAL_POST").detail())
        .isEqualTo("Fritaget for Digital Post eller ikke tilmeldt");
    assertThat(view(Kind.MESSAGE, "CONTENT", "memo.invalid: no label").detail())
        .isEqualTo("memo.invalid: no label");
    assertThat(view(Kind.DEAD_LETTER, "FASIT unknown-target-group", "").detail())
        .isEqualTo("Fasit: ukendt målgruppekode");
  }

  @Test
  void letters_and_reminders_without_a_receipt_say_what_they_are_and_what_to_do() {
    assertThat(view(Kind.NO_RECEIPT, "LETTER", ""))
        .satisfies(
            view -> assertThat(view.title()).isEqualTo("Breve uden kvittering"),
            view -> assertThat(view.remedy()).contains("Printleverandøren"));
    assertThat(view(Kind.NO_RECEIPT, "REMINDER", ""))
        .satisfies(
            view -> assertThat(view.title()).isEqualTo("Påmindelser uden kvittering"),
            view -> assertThat(view.remedy()).contains("tilsammen"));
  }

  @Test
  void a_queue_that_nobody_pulls_says_since_when_and_why() {
    assertThat(
            view(Kind.QUEUE, "29.11.2026 10:15", "Beskedfordeler refuses our assertion").detail())
        .isEqualTo("Ikke siden 29.11.2026 10:15: Beskedfordeler refuses our assertion");
    assertThat(view(Kind.QUEUE, "", "").detail()).isEqualTo("Aldrig forbundet");
  }

  @Test
  void a_receipt_of_ours_that_names_another_system_points_to_the_setting() {
    assertThat(view(Kind.RECEIPT, "CONTRADICTED", "").remedy())
        .contains("gateway.beskedfordeler.system-ids");
  }

  private static TroubleView view(Kind kind, String cause, String detail) {
    return TroubleView.of(new Trouble(kind, cause, detail, "0461", 2), "Odense");
  }
}

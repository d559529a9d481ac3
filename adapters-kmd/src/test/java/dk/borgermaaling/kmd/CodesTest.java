package dk.borgermaaling.kmd;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.caseevent.UnknownGroup;
import dk.borgermaaling.kmd.Momentum.TaxonomyItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Ids and names of a municipality's own in place of codes. */
class CodesTest {
  private static final String SUMMER = "2026-08-13T22:00:00Z";

  private final FakeGateway gateway = new FakeGateway();
  private final FakeMomentum momentum = new FakeMomentum();

  @Test
  void a_local_id_or_name_is_looked_up_in_the_code_list_which_is_asked_for_once_in_a_run() {
    lists(
        new TaxonomyItem("8f14e45f", "6.6", "Sygedagpengemodtager"),
        new TaxonomyItem("45c48cce", "6.1", "A-dagpengemodtager"));
    in("c-1", "8f14e45f");
    in("c-2", "sygedagpengemodtager");
    in("c-3", "6.6");

    assertThat(run()).isEqualTo(3);
    assertThat(gateway.events)
        .allSatisfy(
            event ->
                assertThat(event.targetGroup())
                    .isEqualTo(new TargetGroupCode("LAB6", "6.6", LocalDate.of(2026, 8, 14))));
    assertThat(momentum.taxonomyQuestions).isOne();
  }

  @Test
  void real_codes_need_no_code_list() {
    in("c-1", "6.6");
    run();

    assertThat(momentum.taxonomyQuestions).isZero();
  }

  @Test
  void what_the_list_does_not_know_or_knows_twice_is_a_dead_letter_and_never_a_guess() {
    lists(
        new TaxonomyItem("1", "6.6", "Syg"),
        new TaxonomyItem("2", "6.7", "Syg"),
        new TaxonomyItem("3", "", "Uden kode"),
        new TaxonomyItem("4", "INT-KP", "Introduktion"));
    in("c-1", "Syg");
    in("c-2", "Uden kode");
    in("c-3", "INT-KP");
    in("c-4", "Introduktion");
    in("c-5", "syge");

    assertThat(run()).isZero();
    assertThat(gateway.letters.values())
        .extracting(DeadLetter::reason)
        .hasSize(5)
        .containsOnly("unknown-target-group");
    assertThat(Objects.requireNonNull(gateway.letters.get("c-3")).detail()).contains("INT-KP");
  }

  @Test
  void after_the_list_is_mended_the_citizen_is_told_and_the_letter_goes() {
    in("c-1", "8f14e45f");
    run();
    assertThat(gateway.letters).containsKey("c-1");
    lists(new TaxonomyItem("8f14e45f", "6.6", "Sygedagpengemodtager"));

    assertThat(run()).isOne();
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void a_code_of_the_act_of_2027_waits_as_a_letter_until_the_table_knows_it_and_is_told_then() {
    gateway.now = Instant.parse("2027-01-04T08:00:00Z");
    lists(new TaxonomyItem("8f14e45f", "A3", "Selvforsørgende"));
    momentum.in("c-1", "6701809995", "A3", "2026-12-31T23:00:00Z");
    momentum.in("c-2", "6702809994", "8f14e45f", "2026-12-31T23:00:00Z");
    momentum.searchedAs.put("c-1", "6.6");
    momentum.searchedAs.put("c-2", "6.6");

    assertThat(run()).isZero();
    assertThat(gateway.letters.values())
        .extracting(letter -> UnknownGroup.in(letter.detail()).orElseThrow().group())
        .hasSize(2)
        .containsOnly(TargetGroupCode.untold("A3", LocalDate.of(2027, 1, 1)));

    gateway.codesOf2027.add("A3");
    assertThat(run()).isEqualTo(2);
    assertThat(gateway.letters).isEmpty();
    assertThat(gateway.events)
        .extracting(CaseEvent::targetGroup)
        .containsOnly(new TargetGroupCode("LAB2027", "A3", LocalDate.of(2027, 1, 1)));
  }

  private void lists(TaxonomyItem... items) {
    momentum.taxonomies.put("TARGET_GROUP", List.of(items));
  }

  /** In the search for 6.6, with this in place of the code. */
  private void in(String citizen, String told) {
    momentum.in(citizen, "6701809995", told, SUMMER);
    momentum.searchedAs.put(citizen, "6.6");
  }

  private int run() {
    return gateway.feed(FakeGateway.settings(false, "6.6")).run(FakeGateway.ODENSE, momentum);
  }
}

package dk.borgermaaling.gateway.citizen.jpa;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static dk.borgermaaling.gateway.testing.CoreFixture.SILKEBORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.TestKeys;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SqlCitizenVaultTest {
  private static final Recipient PERSON = new Recipient.Person(new CprNumber("6701809995"));
  private static final Recipient COMPANY = new Recipient.Company(new Cvr("35209115"));

  private final Database database = Database.fresh();
  private final SqlCitizenVault vault =
      new SqlCitizenVault(database.gateway(), TestKeys.recipientCipher());

  @Test
  void a_recipient_has_one_id_and_comes_out_as_it_went_in() {
    CitizenId person = vault.idOf(PERSON);
    assertThat(vault.idOf(PERSON)).isEqualTo(person);
    assertThat(vault.recipientOf(person, ODENSE)).isEqualTo(PERSON);
    assertThat(vault.recipientOf(vault.idOf(COMPANY), ODENSE)).isEqualTo(COMPANY);
  }

  @Test
  void rules_learn_the_birth_date_and_no_number() {
    CitizenId person = vault.idOf(PERSON);
    CitizenId company = vault.idOf(COMPANY);
    assertThat(vault.traitsOf(List.of(person, company)).get(person))
        .satisfies(
            traits -> {
              assertThat(traits.replacementNumber()).isTrue();
              assertThat(traits.birthDate()).isEqualTo(LocalDate.of(1980, 1, 7));
            });
    assertThat(vault.traitsOf(List.of(company)).get(company))
        .satisfies(traits -> assertThat(traits.company()).isTrue());
  }

  @Test
  void the_number_is_nowhere_in_the_table() {
    vault.idOf(PERSON);
    String row =
        database
            .owner()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "SELECT c::text || encode(sealed, 'escape') FROM contact.citizen c")
                        .mapTo(String.class)
                        .one());
    assertThat(row).doesNotContain("6701809995");
  }

  @Test
  void a_sealed_number_moved_to_another_row_does_not_open() {
    CitizenId person = vault.idOf(PERSON);
    CitizenId company = vault.idOf(COMPANY);
    database
        .owner()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE contact.citizen SET sealed =
                          (SELECT sealed FROM contact.citizen WHERE id = :from) WHERE id = :to
                        """)
                    .bind("from", person.value())
                    .bind("to", company.value())
                    .execute());
    assertThatThrownBy(() -> vault.recipientOf(company, ODENSE))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void which_number_holds_is_a_matter_of_each_municipality() {
    CitizenId first = vault.idOf(PERSON);
    CitizenId second = vault.idOf(recipient("6702809994"));
    CitizenId third = vault.idOf(recipient("6703809993"));
    vault.isNow(ODENSE, List.of(first, second), second);
    vault.isNow(AARHUS, List.of(first, second, third), third);
    vault.isNow(AARHUS, List.of(first, second, third), third);
    assertThat(vault.recipientOf(first, ODENSE)).isEqualTo(recipient("6702809994"));
    assertThat(vault.recipientOf(first, AARHUS)).isEqualTo(recipient("6703809993"));
    assertThat(vault.recipientOf(first, SILKEBORG)).isEqualTo(PERSON);
    assertThat(vault.numbersOf(ODENSE, first)).containsExactlyInAnyOrder(first, second);
    assertThat(vault.numbersOf(AARHUS, second)).containsExactlyInAnyOrder(first, second, third);
    assertThat(vault.numbersOf(SILKEBORG, third)).containsExactly(third);
    vault.isNow(AARHUS, List.of(first), first);
    assertThat(vault.recipientOf(first, AARHUS)).isEqualTo(PERSON);
    assertThat(vault.numbersOf(AARHUS, first)).containsExactly(first);
    vault.isNow(ODENSE, List.of(first, second), first);
    assertThat(vault.recipientOf(second, ODENSE)).isEqualTo(PERSON);
  }

  private static Recipient recipient(String cpr) {
    return new Recipient.Person(new CprNumber(cpr));
  }

  @Test
  void eight_threads_that_meet_the_same_person_agree_on_the_id()
      throws InterruptedException, ExecutionException {
    Callable<CitizenId> caller =
        () ->
            database.transactions().inOne(() -> vault.idsOf(List.of(PERSON, COMPANY)).get(PERSON));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    Set<CitizenId> ids = new HashSet<>();
    try {
      for (Future<CitizenId> future :
          threads.invokeAll(
              List.of(caller, caller, caller, caller, caller, caller, caller, caller))) {
        ids.add(future.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(ids).hasSize(1);
  }
}

package dk.borgermaaling.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.borgermaaling.gateway.access.crypto.Pbkdf2Hashing;
import dk.borgermaaling.gateway.access.jpa.SqlAccounts;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.testing.Database;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitialAccountsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final LockOut LOCK_OUT = new LockOut(5, Duration.ofMinutes(15));
  private final Pbkdf2Hashing hashing = new Pbkdf2Hashing(1000);
  private final SqlAccounts accounts = new SqlAccounts(Database.fresh().gateway());
  private final InitialAccounts initial = new InitialAccounts(accounts, hashing);

  @Test
  void every_line_becomes_an_account_whose_password_fits() throws IOException {
    assertThat(accounts.isEmpty()).isTrue();
    int read =
        initial.read(
            new StringReader("operator = a;b c;operator\nreader-0461 = hemmelig;reader;0461\n"));
    assertThat(read).isEqualTo(2);
    assertThat(accounts.isEmpty()).isFalse();
    Accounts.Attempt operator = accounts.beginAttempt("operator", NOW, LOCK_OUT).orElseThrow();
    assertThat(hashing.matches("a;b c".toCharArray(), operator.passwordHash())).isTrue();
    assertThat(hashing.matches("a;b".toCharArray(), operator.passwordHash())).isFalse();
    Accounts.Attempt reader = accounts.beginAttempt("reader-0461", NOW, LOCK_OUT).orElseThrow();
    assertThat(reader.account().ownMunicipality()).contains(new MunicipalityCode("0461"));
    assertThat(reader.account().maySee(new MunicipalityCode("0185"))).isFalse();
  }

  @Test
  void an_employee_may_upload_lists_of_one_municipality_and_a_reader_of_none() throws IOException {
    initial.read(
        new StringReader(
            """
            employee-0461 = hemmelig;employee;0461
            reader-0461 = hemmelig;reader;0461
            operator = hemmelig;operator
            """));
    MunicipalityCode own = new MunicipalityCode("0461");
    MunicipalityCode other = new MunicipalityCode("0185");
    Account employee = account("employee-0461");
    assertThat(employee.mayUploadListsOf(own)).isTrue();
    assertThat(employee.mayUploadListsOf(other)).isFalse();
    assertThat(employee.isOperator()).isFalse();
    assertThat(account("reader-0461").mayUploadListsOf(own)).isFalse();
    assertThat(account("operator").mayUploadListsOf(other)).isTrue();
  }

  private Account account(String userName) {
    return accounts.beginAttempt(userName, NOW, LOCK_OUT).orElseThrow().account();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "operator = hemmelig",
        "operator = ;operator",
        "operator = hemmelig;administrator",
        "reader = hemmelig;reader",
        "employee = hemmelig;employee",
        "operator = hemmelig;operator;0461",
        "reader = hemmelig;reader;461"
      })
  void a_line_that_says_something_else_is_refused_without_its_password(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> initial.read(new StringReader(line)))
        .withMessageNotContaining("hemmelig");
    assertThat(accounts.isEmpty()).isTrue();
  }
}

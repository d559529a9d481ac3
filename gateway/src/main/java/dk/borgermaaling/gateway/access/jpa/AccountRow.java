package dk.borgermaaling.gateway.access.jpa;

import dk.borgermaaling.gateway.access.Account;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the account's columns of a row. */
final class AccountRow {
  private AccountRow() {}

  static Account read(ResultSet row) throws SQLException {
    String code = row.getString("municipality_code");
    return new Account(
        row.getString("user_name"),
        Account.Role.valueOf(row.getString("role")),
        code == null ? null : new MunicipalityCode(code));
  }
}

package dk.borgermaaling.gateway.access;

import dk.borgermaaling.gateway.access.Account.Role;
import dk.borgermaaling.gateway.access.Accounts.NewAccount;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The accounts of the first start: a properties file with lines {@code operator =
 * <password>;operator}, {@code reader-0461 = <password>;reader;0461} and {@code employee-0461 =
 * <password>;employee;0461}. Read when there is no account at all; later the file is not looked at.
 */
public final class InitialAccounts {
  private static final Pattern LINE =
      Pattern.compile(
          "(?<password>.+);(?<role>operator|reader|employee)(;(?<municipality>0[0-9]{3}))?");
  private final Accounts accounts;
  private final PasswordHashing hashing;

  public InitialAccounts(Accounts accounts, PasswordHashing hashing) {
    this.accounts = accounts;
    this.hashing = hashing;
  }

  /**
   * Adds the accounts of the file.
   *
   * @return how many there are in it
   */
  public int read(Reader file) throws IOException {
    Properties lines = new Properties();
    lines.load(file);
    List<NewAccount> read =
        new TreeSet<>(lines.stringPropertyNames())
            .stream().map(name -> account(name, lines.getProperty(name))).toList();
    accounts.add(read);
    return read.size();
  }

  private NewAccount account(String userName, String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "the account "
              + userName
              + " is not <password>;operator, <password>;reader;<code> or"
              + " <password>;employee;<code>");
    }
    Role role = Role.valueOf(parts.group("role").toUpperCase(Locale.ROOT));
    String code = parts.group("municipality");
    return new NewAccount(
        new Account(userName, role, code == null ? null : new MunicipalityCode(code)),
        hashing.hash(parts.group("password").toCharArray()));
  }
}

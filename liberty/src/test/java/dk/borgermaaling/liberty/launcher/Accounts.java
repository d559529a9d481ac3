package dk.borgermaaling.liberty.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The first accounts of the demonstration; the gateway reads the file once, at its first start. */
public final class Accounts {
  private final StateFolder state;

  Accounts(StateFolder state) {
    this.state = state;
  }

  /** One line an account: {@code name = password;role[;municipality]}. */
  Path write() {
    Path file = state.file("accounts.properties");
    if (!Files.exists(file)) {
      state.write(
          file,
          String.join(
              "\n",
              "operator = " + password("operator") + ";operator",
              "operator2 = " + password("operator2") + ";operator",
              "reader-0461 = " + password("reader-0461") + ";reader;0461",
              "employee-0461 = " + password("employee-0461") + ";employee;0461",
              "employee-0740 = " + password("employee-0740") + ";employee;0740",
              ""));
    }
    return file;
  }

  public String password(String account) {
    return state.secret("account-" + account);
  }

  List<String> names() {
    return List.of("operator", "operator2", "reader-0461", "employee-0461", "employee-0740");
  }
}

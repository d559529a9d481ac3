package dk.borgermaaling.liberty.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import org.jspecify.annotations.Nullable;

/** Somebody at a municipality or in operation, in a browser. */
final class Employee {
  private final WholeSystem system;
  private final Page page;

  Employee(WholeSystem system, Page page) {
    this.system = system;
    this.page = page;
  }

  /** The HTTP status; the browser is on the page then. */
  int open(String path) {
    @Nullable Response response = page.navigate(system.gateway().resolve(path).toString());
    return response == null ? 0 : response.status();
  }

  void logIn(String account) {
    tryToLogIn(account, system.accounts().password(account));
    assertThat(page.url()).endsWith("/dashboard");
  }

  void tryToLogIn(String account, String password) {
    open("/login");
    page.fill("#user-name", account);
    page.fill("#password", password);
    page.locator("main button").click();
  }

  void lookAt(String path, String name) {
    assertThat(open(path)).as("status of %s", path).isEqualTo(200);
    Look.closelyAt(page, name);
  }
}

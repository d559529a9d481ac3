package dk.borgermaaling.liberty;

import dk.borgermaaling.liberty.launcher.WholeSystem;

/** Somebody in operation who is logged in. */
final class Operator {
  private final Browser browser;

  private Operator(Browser browser) {
    this.browser = browser;
  }

  static Operator logIn(WholeSystem system) {
    return new Operator(Browser.logIn(system, "operator"));
  }

  DashboardPage dashboard(String municipality, String group) {
    return new DashboardPage(
        browser.page("/dashboard?municipality=" + municipality + "&group=" + group));
  }
}

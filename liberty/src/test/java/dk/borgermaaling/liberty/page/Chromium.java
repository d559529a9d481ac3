package dk.borgermaaling.liberty.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Chromium, driven by Playwright. Where it is missing the tests are skipped loudly; in CI
 * they fail.
 */
final class Chromium implements AutoCloseable {
  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium start() {
    Optional<Path> program =
        Stream.of(System.getenv("PATH").split(":"))
            .map(folder -> Path.of(folder, "chromium"))
            .filter(Files::isExecutable)
            .findFirst();
    if (program.isEmpty()) {
      String missing = "SKIPPED: chromium is not on PATH, so no page was looked at";
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(missing);
      }
      System.err.println(missing);
      Assumptions.abort(missing);
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program.orElseThrow())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return new Chromium(playwright, browser);
  }

  /**
   * A fresh visitor. axe needs its own script on the page, so the page's policy does not bind it.
   */
  BrowserContext visitor(int width, boolean javaScript) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(width, 900)
            .setIgnoreHTTPSErrors(true)
            .setLocale("da-DK")
            .setBypassCSP(javaScript)
            .setJavaScriptEnabled(javaScript));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

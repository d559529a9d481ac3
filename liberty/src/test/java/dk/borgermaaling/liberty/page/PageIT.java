package dk.borgermaaling.liberty.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dk.borgermaaling.liberty.Played;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Chromium on the played system. The last of the classes that look at its end, because its citizens
 * answer.
 */
@ExtendWith(ArquillianExtension.class)
@Order(Integer.MAX_VALUE)
class PageIT {
  private static final int PHONE = 360;
  private static final int DESKTOP = 1280;
  private static final String OTHER_MUNICIPALITY = "0751";
  private static final Map<String, String> CONSOLE =
      Map.ofEntries(
          Map.entry("/console", "console"),
          Map.entry("/console/failures", "failures"),
          Map.entry("/console/events", "events"),
          Map.entry("/console/decisions", "decisions"),
          Map.entry("/console/notifications", "notifications"),
          Map.entry("/console/feeds", "feeds"),
          Map.entry("/console/dead-letters", "dead-letters"),
          Map.entry("/console/tables", "tables"),
          Map.entry("/console/table-changes", "table-changes"),
          Map.entry("/console/rounds", "rounds"),
          Map.entry("/console/why", "why"),
          Map.entry("/console/fasit-files", "fasit-files"));

  private static WholeSystem system;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    system = Played.system();
    OpenLetter.keepInvitationsOpen(system);
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {PHONE, DESKTOP})
  void a_citizen_answers_without_javascript(int width) {
    try (BrowserContext visitor = chromium.visitor(width, false)) {
      OpenLetter letter = OpenLetter.find(system);
      Page page = visitor.newPage();
      Citizen citizen = new Citizen(system, page, "plain-", Look::at);
      citizen.follow(letter);
      citizen.begin();
      if (width == PHONE) {
        Look.forTheReadme(page, "questionnaire", 900);
      }
      citizen.finish();
      citizen.openAgain(letter);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {PHONE, DESKTOP})
  void axe_finds_nothing_on_the_way_of_a_citizen(int width) {
    try (BrowserContext visitor = chromium.visitor(width, true)) {
      OpenLetter letter = OpenLetter.find(system);
      Citizen citizen = new Citizen(system, visitor.newPage(), "", Look::closelyAt);
      citizen.follow(letter);
      citizen.begin();
      citizen.finish();
      citizen.openAgain(letter);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {PHONE, DESKTOP})
  void axe_finds_nothing_on_the_pages_that_are_open_to_all(int width) {
    try (BrowserContext visitor = chromium.visitor(width, true)) {
      Page page = visitor.newPage();
      Employee anybody = new Employee(system, page);
      anybody.lookAt("/", "start");
      anybody.lookAt("/was", "was");
      anybody.lookAt("/login", "log-in");
      assertThat(anybody.open("/s/AAAAAAAAAAAAAAAAAAAAAAAAAA")).isEqualTo(404);
      assertThat(page.locator("body").getAttribute("data-page")).isEqualTo("unknown");
      Look.closelyAt(page, "unknown");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {PHONE, DESKTOP})
  void axe_finds_nothing_on_the_pages_of_an_operator(int width) {
    try (BrowserContext visitor = chromium.visitor(width, true)) {
      Page page = visitor.newPage();
      Employee operator = new Employee(system, page);
      operator.logIn("operator");
      operator.lookAt("/dashboard", "dashboard");
      if (width == DESKTOP) {
        Look.forTheReadme(page, "dashboard", 1250);
      }
      CONSOLE.forEach(operator::lookAt);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {PHONE, DESKTOP})
  void a_reader_sees_the_own_municipality_and_nothing_else(int width) {
    try (BrowserContext visitor = chromium.visitor(width, true)) {
      Page page = visitor.newPage();
      Employee reader = new Employee(system, page);
      reader.logIn("reader-0461");
      reader.lookAt("/dashboard", "dashboard-reader");
      assertThat(page.locator("main").innerText()).contains("Odense");
      assertThat(reader.open("/dashboard?municipality=" + OTHER_MUNICIPALITY)).isEqualTo(403);
      Look.closelyAt(page, "refused");
      CONSOLE.keySet().forEach(path -> assertThat(reader.open(path)).as(path).isEqualTo(403));
    }
  }

  @Test
  void a_wrong_password_and_an_unknown_name_get_the_same_message() {
    try (BrowserContext visitor = chromium.visitor(PHONE, true)) {
      Page page = visitor.newPage();
      Employee stranger = new Employee(system, page);
      stranger.tryToLogIn("operator", "forkert");
      String message = page.locator(".alert-error").innerText();
      assertThat(message).isNotBlank();
      Look.closelyAt(page, "log-in-refused");
      stranger.tryToLogIn("ingen", "forkert");
      assertThat(page.locator(".alert-error").innerText()).isEqualTo(message);
      assertThat(stranger.open("/dashboard")).isEqualTo(200);
      assertThat(page.url()).contains("/login");
    }
  }
}

package dk.borgermaaling.liberty.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dk.borgermaaling.liberty.Played;
import dk.borgermaaling.liberty.Tables;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Chromium on the pages on which staff do something, filled in; nothing of it is kept. */
@ExtendWith(ArquillianExtension.class)
@Order(Integer.MAX_VALUE - 1)
class WorkIT {
  private static final int PHONE = 360;
  private static final int DESKTOP = 1280;
  private static final int HEIGHT = 900;
  private static final String LIST =
      """
      CPR-nr;Målgruppe;Målgruppe start;Samtaletype;Samtaledato;Samtaleform
      9001310021;6.7;01-11-2026;Jobsamtale;18-11-2026;Personligt
      9001310022;afklaringsfolk;01-11-2026;;;
      9001310023;sygemeldte på særlige vilkår;01-11-2026;;;
      1234567890;6.7;01-11-2026;;;
      9001310024;6.7;31-02-2026;;;
      """;

  /** Nothing in it can become an event. */
  private static final String WRONG_ROW =
      """
      eventId;entityId;version;changeType;type;occurredAt;citizenId;cprNumber
      e3a9a2a4-3f0b-4d62-9a57-0c3c0e6f1a11;x;1;CREATE;CITIZEN_DIED;i går;x;1
      """;

  private static WholeSystem system;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    system = Played.system();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @Test
  void axe_finds_nothing_on_the_way_of_a_list() {
    try (BrowserContext visitor = chromium.visitor(PHONE, true)) {
      Page page = visitor.newPage();
      Employee employee = new Employee(system, page);
      employee.logIn("employee-0740");
      employee.open("/opt-outs");
      look(page, "opt-outs");
      employee.open("/lists");
      look(page, "lists");
      upload(page, "#file", "liste.xlsx", "%PDF-1.7");
      look(page, "list-refused");
      upload(page, "#file", "liste.csv", LIST);
      look(page, "list-columns");
      press(page, "Næste");
      look(page, "list-words");
      page.locator("main select").first().selectOption("LAB6 6.7");
      press(page, "Næste");
      if (page.url().endsWith("/words")) {
        employee.open(page.url().replaceFirst("^https://[^/]*", "").replace("/words", "/preview"));
      }
      look(page, "list-preview");
      press(page, "Kassér listen");
    }
  }

  @Test
  void axe_finds_nothing_on_the_way_of_a_change() {
    try (BrowserContext visitor = chromium.visitor(PHONE, true)) {
      Page page = visitor.newPage();
      Employee operator = new Employee(system, page);
      operator.logIn("operator");
      operator.open("/console/tables/target-groups");
      look(page, "table");
      press(page, "Foreslå ændring");
      page.selectOption("#cell-codeSystem", "LAB6");
      page.fill("#cell-code", "6.97");
      page.fill("#add-from", "2026-12-01");
      press(page, "Tilføj rækken til forslaget");
      page.locator("table a").first().click();
      look(page, "table-row");
      page.goBack();
      page.fill("#note", "Bekendtgørelse om målgrupper, § 2");
      page.locator("label[for=past]").click();
      look(page, "table-draft");
      press(page, "Gem, og se virkningen");
      look(page, "table-preview");
      press(page, "Foreslå ændringen");
      look(page, "table-proposal");
      operator.open("/console/table-changes");
      look(page, "table-changes-waiting");
      page.locator("main table a").first().click();
      page.fill("#note", "Kun en prøve");
      press(page, "Træk forslaget tilbage");
    }
  }

  @Test
  void axe_finds_nothing_on_what_operation_looks_up() {
    try (BrowserContext visitor = chromium.visitor(PHONE, true)) {
      Page page = visitor.newPage();
      Employee operator = new Employee(system, page);
      operator.logIn("operator");
      operator.open("/console/dead-letters/rows");
      look(page, "dead-letter-rows");
      operator.open("/console/feeds/dry-run?source=MOMENTUM&municipality=0461");
      look(page, "feed-dry-run");
      operator.open("/console/why");
      page.selectOption("#municipality", "0740");
      page.fill("#reference", caseOf("0740"));
      press(page, "Find");
      assertThat(page.locator("ol.reasons > li").count()).isPositive();
      look(page, "why-explained");
    }
  }

  @Test
  void axe_finds_nothing_on_the_way_of_a_delta_file() throws IOException {
    try (BrowserContext visitor = chromium.visitor(PHONE, true)) {
      Page page = visitor.newPage();
      Employee operator = new Employee(system, page);
      operator.logIn("operator");
      operator.open("/console/fasit-files");
      page.setInputFiles("#file", file("delta.csv", WRONG_ROW));
      press(page, "Indlæs");
      look(page, "fasit-file-taken");
      Path folder = system.state().dropFolder().resolve("aarhus");
      Files.writeString(folder.resolve("uden-kontrolsum.csv"), WRONG_ROW);
      WholeSystem.await(
          "both files have been looked at",
          Duration.ofSeconds(20),
          () -> {
            operator.open("/console/fasit-files");
            return page.locator("tr:has-text('delta.csv'), tr:has-text('uden-kontrolsum.csv')")
                    .count()
                == 2;
          });
      look(page, "fasit-files-read");
    }
  }

  @Test
  void axe_finds_nothing_on_a_round_that_the_terms_do_not_allow() {
    try (BrowserContext visitor = chromium.visitor(PHONE, true)) {
      Page page = visitor.newPage();
      Employee operator = new Employee(system, page);
      operator.logIn("operator");
      operator.open("/console/rounds");
      page.selectOption("#municipality", "0185");
      page.fill("#referenceDate", "2027-10-01");
      press(page, "Planlæg");
      assertThat(page.locator("[role=alert]").innerText()).isNotBlank();
      look(page, "round-refused");
    }
  }

  /** The entity of some decision of the story. */
  private static String caseOf(String municipality) {
    return new Tables(system)
        .byName(
            "SELECT entity_id, 1 FROM contact.invitation WHERE municipality_code = '"
                + municipality
                + "' ORDER BY closes_at DESC LIMIT 1")
        .keySet()
        .iterator()
        .next();
  }

  private static void upload(Page page, String field, String name, String content) {
    page.setInputFiles(field, file(name, content));
    press(page, "Upload");
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(
        name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
  }

  /** axe and the width of a phone; and a picture as it is on a desk. */
  private static void look(Page page, String name) {
    Look.closelyAt(page, name);
    page.setViewportSize(DESKTOP, HEIGHT);
    Look.at(page, name);
    page.setViewportSize(PHONE, HEIGHT);
  }

  private static void press(Page page, String button) {
    Locator found = page.locator("main button", new Page.LocatorOptions().setHasText(button));
    found.first().click();
  }
}

package dk.borgermaaling.liberty.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dk.borgermaaling.liberty.Played;
import dk.borgermaaling.liberty.Tables;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chromium on the pages on which staff do something, filled in; nothing of it is kept. */
@ExtendWith(ArquillianExtension.class)
@Order(Integer.MAX_VALUE - 1)
class WorkIT {
  private static final int PHONE = 360;
  private static final int DESKTOP = 1280;
  private static final String LIST =
      """
      CPR-nr;Målgruppe;Målgruppe start;Samtaletype;Samtaledato;Samtaleform
      9001310021;6.7;01-11-2026;Jobsamtale;18-11-2026;Personligt
      9001310022;afklaringsfolk;01-11-2026;;;
      9001310023;sygemeldte på særlige vilkår;01-11-2026;;;
      1234567890;6.7;01-11-2026;;;
      9001310024;6.7;31-02-2026;;;
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

  @ParameterizedTest
  @ValueSource(ints = {PHONE, DESKTOP})
  void axe_finds_nothing_on_the_way_of_a_list(int width) {
    try (BrowserContext visitor = chromium.visitor(width, true)) {
      Page page = visitor.newPage();
      Employee employee = new Employee(system, page);
      employee.logIn("employee-0740");
      employee.lookAt("/lists", "lists");
      upload(page, "#file", "liste.xlsx", "%PDF-1.7");
      Look.closelyAt(page, "list-refused");
      upload(page, "#file", "liste.csv", LIST);
      Look.closelyAt(page, "list-columns");
      press(page, "Næste");
      Look.closelyAt(page, "list-words");
      page.locator("main select").first().selectOption("6.7");
      press(page, "Næste");
      if (page.url().endsWith("/words")) {
        employee.open(page.url().replaceFirst("^https://[^/]*", "").replace("/words", "/preview"));
      }
      Look.closelyAt(page, "list-preview");
      press(page, "Kassér listen");
      Look.closelyAt(page, "list-discarded");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {PHONE, DESKTOP})
  void axe_finds_nothing_on_the_way_of_a_change(int width) {
    try (BrowserContext visitor = chromium.visitor(width, true)) {
      Page page = visitor.newPage();
      Employee operator = new Employee(system, page);
      operator.logIn("operator");
      operator.lookAt("/console/tables/target-groups", "table");
      press(page, "Foreslå ændring");
      page.selectOption("#cell-codeSystem", "LAB6");
      page.fill("#cell-code", "6.97");
      page.fill("#add-from", "2026-12-01");
      press(page, "Tilføj rækken til forslaget");
      Look.closelyAt(page, "table-draft");
      page.locator("table a").first().click();
      Look.closelyAt(page, "table-row");
      page.goBack();
      page.fill("#note", "Bekendtgørelse om målgrupper, § 2");
      page.locator("label[for=past]").click();
      Look.closelyAt(page, "table-draft-explained");
      press(page, "Gem, og se virkningen");
      Look.closelyAt(page, "table-preview");
      press(page, "Foreslå ændringen");
      Look.closelyAt(page, "table-proposal");
      operator.lookAt("/console/table-changes", "table-changes-waiting");
      page.locator("main table a").first().click();
      page.fill("#note", "Kun en prøve");
      press(page, "Træk forslaget tilbage");
      Look.closelyAt(page, "table-withdrawn");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {PHONE, DESKTOP})
  void axe_finds_nothing_on_what_operation_looks_up(int width) {
    try (BrowserContext visitor = chromium.visitor(width, true)) {
      Page page = visitor.newPage();
      Employee operator = new Employee(system, page);
      operator.logIn("operator");
      operator.lookAt("/console/dead-letters/rows", "dead-letter-rows");
      operator.lookAt("/lists", "lists-operator");
      operator.lookAt("/console/feeds/dry-run?source=MOMENTUM&municipality=0461", "feed-dry-run");
      operator.open("/console/why");
      page.selectOption("#municipality", "0740");
      page.fill("#reference", caseOf("0740"));
      press(page, "Find");
      assertThat(page.locator("ol.reasons > li").count()).isPositive();
      Look.closelyAt(page, "why-explained");
      operator.open("/console/fasit-files");
      page.setInputFiles("#file", file("nej.zip", "PK"));
      press(page, "Indlæs");
      Look.closelyAt(page, "fasit-file-refused");
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

  private static void press(Page page, String button) {
    Locator found = page.locator("main button", new Page.LocatorOptions().setHasText(button));
    found.first().click();
  }
}

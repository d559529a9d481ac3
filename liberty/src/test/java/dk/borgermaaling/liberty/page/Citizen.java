package dk.borgermaaling.liberty.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import java.util.function.BiConsumer;

/** Does on the pages what a citizen does, and looks at each of them. */
final class Citizen {
  private final WholeSystem system;
  private final Page page;
  private final String name;
  private final BiConsumer<Page, String> look;

  /**
   * @param name goes before the names of the pictures
   */
  Citizen(WholeSystem system, Page page, String name, BiConsumer<Page, String> look) {
    this.system = system;
    this.page = page;
    this.name = name;
    this.look = look;
  }

  /** From the list of mailboxes to the first page of the questionnaire. */
  void follow(OpenLetter letter) {
    page.navigate(system.simulatorsAddress().resolve("/mailbox/").toString());
    look("mailboxes");
    while (page.locator(link(letter.mailbox())).count() == 0) {
      page.getByText("Ældre", new Page.GetByTextOptions().setExact(true)).click();
    }
    page.locator(link(letter.mailbox())).click();
    look("mailbox");
    page.locator(link(letter.message())).click();
    assertThat(page.locator("h1").innerText()).isEqualTo(letter.label());
    look("message");
    page.locator("a.button").click();
    assertThat(page.url()).isEqualTo(letter.link().toString());
    is("intro");
    look("intro");
  }

  /** Answers the first page but for its last question. */
  void begin() {
    press();
    is("question");
    look("question");
    Locator questions = page.locator("fieldset");
    for (int i = 0; i < questions.count() - 1; i++) {
      questions.nth(i).locator("input[type=radio]").nth(i % 5).check();
    }
  }

  /** Is told what is missing, and answers all of it to the thank-you page. */
  void finish() {
    isToldWhatIsMissing();
    for (int step = 1; page.locator("button[value=send]").count() == 0; step++) {
      choose(step);
      press();
      is("question");
      look("question-" + (step + 1));
    }
    choose(0);
    page.fill("#comment", "Det hjalp mig, at samtalen blev holdt på telefon.");
    look("question-filled");
    press();
    is("receipt");
    look("receipt");
  }

  /** The same link again shows that it has been used, and offers no form. */
  void openAgain(OpenLetter letter) {
    page.navigate(letter.link().toString());
    is("answered");
    assertThat(page.locator("form").count()).isZero();
    look("answered");
  }

  private void isToldWhatIsMissing() {
    int answered = page.locator("input:checked").count();
    String forgotten = page.locator("fieldset legend").last().innerText();
    press();
    is("question");
    Locator summary = page.locator(".error-summary");
    assertThat(summary.isVisible()).isTrue();
    assertThat(summary.locator("a").allInnerTexts()).containsExactly(forgotten);
    assertThat(page.title()).startsWith("Fejl: ");
    assertThat(page.locator("input:checked").count()).as("answers kept").isEqualTo(answered);
    look("error");
  }

  private void choose(int shift) {
    Locator questions = page.locator("fieldset");
    for (int i = 0; i < questions.count(); i++) {
      questions.nth(i).locator("input[type=radio]").nth((i + shift) % 6).check();
    }
  }

  private void press() {
    page.locator("button.button-primary").click();
  }

  private void is(String expected) {
    assertThat(page.locator("body").getAttribute("data-page")).isEqualTo(expected);
  }

  private void look(String what) {
    look.accept(page, name + what);
  }

  private static String link(String path) {
    return "a[href='" + path + "']";
  }
}

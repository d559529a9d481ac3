package dk.borgermaaling.liberty.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** What every page must pass, whatever it shows; each look leaves a picture behind. */
final class Look {
  private static final int LARGEST_ICON = 48;
  private static final Path PICTURES = Path.of(System.getProperty("launcher.pictures"));

  private Look() {}

  static void at(Page page, String name) {
    int width = page.viewportSize().width;
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + "-" + width + ".png"))
            .setFullPage(true));
    List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
    assertThat(violations.stream().map(r -> r.getId() + ": " + r.getNodes().get(0).getHtml()))
        .as("axe on %s at %d px", name, width)
        .isEmpty();
    assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
        .as("width of %s", name)
        .isLessThanOrEqualTo(width);
    assertThat(
            ((Number)
                    page.evaluate(
                        "Math.max(0, ...[...document.querySelectorAll('svg.icon-svg')].map(i => Math.max(i.getBoundingClientRect().width, i.getBoundingClientRect().height)))"))
                .doubleValue())
        .as("largest icon of %s", name)
        .isLessThanOrEqualTo(LARGEST_ICON);
  }
}

package dk.borgermaaling.liberty.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** What every page must pass, whatever it shows; each look leaves a picture behind. */
final class Look {
  private static final int LARGEST_ICON = 48;

  /**
   * Of every svg, save the dashboard's charts, which alone have the class {@code bars} (BarChart);
   * of every img, because no page shows photographs; and of every picture behind an element, or
   * before or after it, which is how the design system draws most icons. One of these that is given
   * no size counts as large as its element.
   */
  private static final String LARGEST_SIDE_OF_AN_ICON =
      """
      (() => {
        const side = box => Math.max(parseFloat(box.width) || 0, parseFloat(box.height) || 0);
        const drawn = [...document.querySelectorAll('svg:not(.bars), img')]
            .map(icon => side(icon.getBoundingClientRect()));
        const behind = [...document.querySelectorAll('body *')]
            .flatMap(element => [null, '::before', '::after']
                .map(part => getComputedStyle(element, part))
                .filter(style => style.content !== 'none' && style.display !== 'none')
                .filter(style => style.backgroundImage.includes('url('))
                .map(style => {
                  const given = style.backgroundSize.match(/[0-9.]+(?=px)/g);
                  return given ? Math.max(...given) : side(style);
                }));
        return Math.max(0, ...drawn, ...behind);
      })()
      """;

  private static final Path PICTURES = Path.of(System.getProperty("launcher.pictures"));

  private Look() {}

  /** A look at a page without scripts: axe is itself one and stays out. */
  static void at(Page page, String name) {
    int width = page.viewportSize().width;
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + "-" + width + ".png"))
            .setFullPage(true));
    assertThat(number(page, "document.documentElement.scrollWidth"))
        .as("width of %s", name)
        .isLessThanOrEqualTo(width);
    assertThat(number(page, LARGEST_SIDE_OF_AN_ICON))
        .as("largest icon of %s", name)
        .isLessThanOrEqualTo(LARGEST_ICON);
    assertThat(number(page, "document.querySelectorAll('h1').length"))
        .as("main headings of %s", name)
        .isEqualTo(1);
  }

  /**
   * As {@link #at}, and axe finds nothing. A sandboxed frame lets no script in, so axe would wait
   * for it for ever.
   */
  static void closelyAt(Page page, String name) {
    at(page, name);
    AxeResults results = new AxeBuilder(page).exclude("iframe[sandbox]").analyze();
    assertThat(results.getPasses()).as("rules that axe applied").isNotEmpty();
    List<String> violations =
        results.getViolations().stream()
            .flatMap(
                rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
            .toList();
    assertThat(violations).as("axe on %s at %d px", name, page.viewportSize().width).isEmpty();
  }

  /** A picture for the README: the upper part of a page. */
  static void forTheReadme(Page page, String name, int height) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve("readme").resolve(name + ".png"))
            .setFullPage(true)
            .setClip(0, 0, page.viewportSize().width, height));
  }

  private static double number(Page page, String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }
}

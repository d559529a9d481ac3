package dk.borgermaaling.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final Pages pages = new Pages(Assets.load());

  @Test
  void the_pages_of_staff_name_the_authority_and_mark_the_page_shown() {
    Content content = out -> out.writeContent("<h1>Overblik</h1>");
    Document page =
        render(
            "layout/staff.jte",
            Map.of(
                "title",
                "Overblik",
                "authority",
                "Ærø <Kommune>",
                "menu",
                List.of(new MenuItem("A", "/a", true), new MenuItem("B", "/b", false)),
                "content",
                content));
    assertThat(page.select(".solution-heading").text()).isEqualTo("Ærø <Kommune>");
    assertThat(page.select("nav a[aria-current=page]").eachText()).containsExactly("A");
    assertThat(page.select("nav a")).hasSize(2);
    assertThat(page.select("main h1").text()).isEqualTo("Overblik");
    assertThat(page.select("link[rel=stylesheet]").attr("href")).endsWith("/console.css");
  }

  @Test
  void the_page_on_accessibility_says_whom_to_tell() {
    Document page = render("web/was.jte", Map.of("contact", new Contact(null, "70 00 00 00")));
    assertThat(page.select("a[href^=tel]").attr("href")).isEqualTo("tel:70000000");
  }

  private Document render(String template, Map<String, Object> values) {
    return Jsoup.parse(new String(pages.render(template, values), StandardCharsets.UTF_8));
  }
}

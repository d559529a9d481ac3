package dk.borgermaaling.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AssetsTest {
  private static final Pattern NAMED = Pattern.compile("url\\([\"']?([^\"')]+)[\"']?\\)");
  private final Assets assets = Assets.load();

  @Test
  void an_address_holds_the_version_of_all_content() {
    assertThat(assets.url("survey.css")).matches("/assets/[0-9a-f]{16}/survey\\.css");
  }

  @Test
  void a_name_that_was_not_built_is_a_mistake() {
    assertThatThrownBy(() -> assets.url("nothing.css"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(assets.file("../index")).isEmpty();
    assertThat(assets.file("index")).isEmpty();
  }

  @Test
  void everything_that_a_sheet_names_is_ours_and_there() {
    for (String sheet : new String[] {"survey.css", "console.css"}) {
      String css = new String(assets.file(sheet).orElseThrow().plain(), StandardCharsets.UTF_8);
      assertThat(css).doesNotContain("http:").doesNotContain("https:").doesNotContain("@import");
      for (Matcher named = NAMED.matcher(css); named.find(); ) {
        assertThat(assets.file(named.group(1))).as(named.group(1)).isPresent();
      }
    }
  }

  @Test
  void the_first_load_of_a_citizen_is_small() {
    assertThat(assets.file("survey.css").orElseThrow().packed()).hasSizeLessThan(18_000);
  }
}

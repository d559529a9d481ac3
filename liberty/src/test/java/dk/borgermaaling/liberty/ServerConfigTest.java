package dk.borgermaaling.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Settings of the server that keep a stranger out and a citizen's answers in. */
class ServerConfigTest {
  private static final Path CONFIG = Path.of("src/main/liberty/config");

  @Test
  void no_data_source_repeats_the_values_of_a_statement() throws IOException {
    assertThat(attributes("database.xml", "properties.postgresql", "logServerErrorDetail"))
        .hasSize(4)
        .containsOnly("false");
  }

  @Test
  void both_endpoints_take_no_body_above_16_mebibytes() throws IOException {
    assertThat(attributes("endpoints.xml", "httpOptions", "messageSizeLimit"))
        .containsExactly("16777216", "16777216");
  }

  @Test
  void nobody_may_say_for_another_what_the_request_was() throws IOException {
    assertThat(attributes("endpoints.xml", "httpDispatcher", "trustedHeaderOrigin"))
        .containsExactly("none");
    assertThat(attributes("endpoints.xml", "httpDispatcher", "trustedSensitiveHeaderOrigin"))
        .containsExactly("none");
  }

  private static List<String> attributes(String file, String element, String attribute)
      throws IOException {
    Document config = Jsoup.parse(CONFIG.resolve(file).toFile(), "UTF-8", "", Parser.xmlParser());
    return config.getElementsByTag(element).eachAttr(attribute);
  }
}

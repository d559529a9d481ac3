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
  void every_endpoint_has_so_many_connections_and_none_on_which_nothing_moves() throws IOException {
    assertThat(attributes("endpoints.xml", "httpEndpoint", "id"))
        .containsExactly("defaultHttpEndpoint", "mutualTls");
    assertThat(attributes("endpoints.xml", "tcpOptions", "maxOpenConnections"))
        .containsExactly("${http.connections}", "${http.connections}");
    assertThat(attributes("endpoints.xml", "tcpOptions", "inactivityTimeout"))
        .containsExactly("60s", "60s");
  }

  @Test
  void nobody_may_say_for_another_what_the_request_was() throws IOException {
    assertThat(attributes("endpoints.xml", "httpDispatcher", "trustedHeaderOrigin"))
        .containsExactly("none");
    assertThat(attributes("endpoints.xml", "httpDispatcher", "trustedSensitiveHeaderOrigin"))
        .containsExactly("none");
  }

  @Test
  void every_door_has_the_modern_suites_alone() throws IOException {
    assertThat(attributes("endpoints.xml", "ssl", "enabledCiphers"))
        .containsExactly("${tls.suites}", "${tls.suites}");
    assertThat(attributes("endpoints.xml", "ssl", "sslProtocol"))
        .containsExactly("TLSv1.2,TLSv1.3", "TLSv1.2,TLSv1.3");
    String suites = attributes("endpoints.xml", "variable", "defaultValue").get(0);
    assertThat(suites.split(" "))
        .allMatch(
            suite -> suite.matches("TLS_(ECDHE_\\w+_WITH_)?(AES_\\d+_GCM|CHACHA20_POLY1305)_\\w+"));
  }

  private static List<String> attributes(String file, String element, String attribute)
      throws IOException {
    Document config = Jsoup.parse(CONFIG.resolve(file).toFile(), "UTF-8", "", Parser.xmlParser());
    return config.getElementsByTag(element).eachAttr(attribute);
  }
}

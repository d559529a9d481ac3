package dk.borgermaaling.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoapMessagesTest {
  @Test
  void a_bare_message_has_the_body_and_no_header() {
    String signed =
        "<s:Envelope xmlns:s=\"x\"><s:Header><a/>\n</s:Header><s:Body><Header/></s:Body></s:Envelope>";
    SoapMessages.Message bare =
        new SoapMessages.Message(signed.getBytes(StandardCharsets.UTF_8), List.of("id")).bare();

    assertThat(new String(bare.bytes(), StandardCharsets.UTF_8))
        .isEqualTo("<s:Envelope xmlns:s=\"x\"><s:Body><Header/></s:Body></s:Envelope>");
    assertThat(bare.eventIds()).containsExactly("id");
  }
}

package dk.borgermaaling.simulators.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.support.ReferenceData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoValidatorTest {
  private static final String VALID =
      MemoText.kombi(
          "29189641",
          "6101011234",
          "0b9ff6a1-3a86-4a83-9a38-6f4c3f3c7a10",
          "5f0c4a63-7a53-4c0e-9e58-3f3f0a3f6e0b/first");

  @Test
  void a_message_in_the_right_order_is_valid() {
    assertThat(error(VALID)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memo-1.1/MeMo_Full_Example.xml",
        "memo-1.1/MeMo_Minimum_Example.xml",
        "memo-1.1/MeMo_NemSMS.xml",
        "memo-1.1/MeMo_with_attachment.xml",
        "memo-1.2/MeMo_Full_Example.xml",
        "memo-1.2/MeMo_Minimum_Example.xml",
        "memo-1.2/MeMo_NemSMS.xml",
        "memo-1.2/MeMo_with_attachment.xml"
      })
  void the_official_samples_are_valid(String sample) throws IOException {
    Path file = ReferenceData.require("digital-post/memo-samples/" + sample);
    // A sample of 2021 has an address without TLS, which Digital Post refuses since November 2024.
    assertThat(error(Files.readString(file).replace("url>http://", "url>https://"))).isEmpty();
  }

  @Test
  void a_missing_label_is_reported_in_the_words_of_the_real_receipt() {
    assertThat(error(VALID.replaceFirst("<memo:label>.*</memo:label>", "")))
        .get()
        .asString()
        .startsWith(
            "javax.xml.stream.XMLStreamException: com.fasterxml.jackson.core.JsonParseException:"
                + " tag name \"mandatory\" is not allowed. Possible tag names are:"
                + " <label>,<messageCode>\n at [row,col {unknown-source}]: [")
        .contains("(com.ctc.wstx.sr.ValidatingStreamReader)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0b9ff6a1-3a86-4a83 | 0b9ff6a1-3a86-1a83",
        "https://localhost:9443/s/abc | http://localhost:9443/s/abc",
        "https://localhost:9443/s/abc | /s/abc",
        "brev.html | brev?.html",
        "<memo:language>da | <memo:language>dansk",
        "memoVersion=\"1.2\" | memoVersion=\"1.3\"",
        "memoVersion=\"1.2\" | memoVersion=\"1.2\" memoSchVersion=\"1.2.0\"",
        "memoVersion=\"1.2\" | memoVersion=\"1.1\"",
        "2026-11-23T08:00:00Z | 2026-11-23T09:00:00+01:00",
        "<memo:mandatory>false | <memo:mandatory>nej",
        "</memo:MessageBody> | </memo:MessageBody><memo:MessageBody/>",
        "<memo:actionCode>SELVBETJENING</memo:actionCode> | ''",
        "<memo:label>Silkeborg Kommune</memo:label> | ''"
      })
  void one_thing_wrong_is_invalid(String right, String wrong) {
    assertThat(VALID).contains(right);
    assertThat(error(VALID.replace(right, wrong))).isPresent();
  }

  private static Optional<String> error(String kombi) {
    return MemoValidator.firstError(kombi.getBytes(StandardCharsets.UTF_8));
  }
}

package dk.borgermaaling.gateway.edge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  private static final Pattern ANY = Pattern.compile(".*");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"a\":1} {}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":1,}",
        "// comment\n{}",
        "\uFEFF{}",
        "{\"a\":\"\u0001\"}"
      })
  void what_two_readers_could_read_in_two_ways_is_malformed(String json) {
    malformed(() -> StrictJson.read(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void other_bytes_than_utf_8_are_malformed() {
    malformed(() -> StrictJson.read(new byte[] {'"', (byte) 0xC3, '"'}));
    malformed(() -> StrictJson.read("\"å\"".getBytes(StandardCharsets.ISO_8859_1)));
    malformed(() -> StrictJson.read("{}".getBytes(StandardCharsets.UTF_16)));
  }

  @Test
  void a_hundred_thousand_levels_are_malformed() {
    malformed(() -> StrictJson.read("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void more_values_than_the_largest_batch_has_are_malformed() {
    String most = "0,".repeat(99_998) + "0";
    assertThat(StrictJson.read(bytes("[" + most + "]")).asJsonArray()).hasSize(99_999);
    malformed(() -> StrictJson.read(bytes("[0," + most + "]")));
    malformed(() -> StrictJson.read(bytes("[" + "[],".repeat(100_000) + "0]")));
  }

  /** The parser itself throws exceptions of arithmetic for the first two. */
  @Test
  void a_number_that_nobody_could_mean_is_malformed() {
    malformed(() -> StrictJson.read(bytes("{\"a\":" + "9".repeat(1_200) + "}")));
    malformed(() -> StrictJson.read(bytes("[1e99999999999]")));
    malformed(() -> StrictJson.read(bytes("[1E-1000]")));
    malformed(() -> StrictJson.read(bytes("0." + "1".repeat(41))));
    assertThat(StrictJson.read(bytes("[-12.50E+3]"))).hasToString("[-1.250E+4]");
  }

  @Test
  void members_are_read_by_kind() {
    JsonFields fields =
        fields(
            "{\"s\":\"x\",\"i\":7,\"t\":\"2026-11-26T09:00:00.5Z\",\"d\":\"2026-02-28\",\"f\":true,"
                + "\"n\":null,\"o\":{\"e\":\"AT\"}}");
    assertThat(fields.text("s", ANY, "text")).isEqualTo("x");
    assertThat(fields.integer("i", 1, 7)).isEqualTo(7);
    assertThat(fields.time("t")).isEqualTo(Instant.parse("2026-11-26T09:00:00.5Z"));
    assertThat(fields.date("d")).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(fields.flag("f")).isTrue();
    assertThat(fields.flag("absent")).isFalse();
    assertThat(fields.has("n")).isFalse();
    assertThat(fields.object("o").oneOf("e", Preposition.class)).isEqualTo(Preposition.AT);
    fields.nothingElse();
  }

  @Test
  void a_member_that_was_not_asked_for_is_malformed_unless_its_name_may_be_anybodys() {
    JsonFields fields = fields("{\"s\":\"x\",\"other\":1}");
    assertThat(fields.text("s", ANY, "text")).isEqualTo("x");
    malformed(fields::nothingElse);
    fields.nothingElseThan(Pattern.compile("oth.*"));
  }

  @Test
  void another_kind_is_malformed() {
    wrong("{\"x\":1}", fields -> fields.text("x", ANY, "text"));
    wrong("{\"x\":\"b\"}", fields -> fields.text("x", Pattern.compile("a"), "a"));
    wrong("{\"x\":\"1\"}", fields -> fields.integer("x", 0, 9));
    wrong("{\"x\":1.5}", fields -> fields.integer("x", 0, 9));
    wrong("{\"x\":10}", fields -> fields.integer("x", 0, 9));
    wrong("{\"x\":1e999999}", fields -> fields.integer("x", 0, 9));
    wrong("{\"x\":4294967297}", fields -> fields.integer("x", 0, 9));
    wrong("{\"x\":\"true\"}", fields -> fields.flag("x"));
    wrong("{\"x\":\"2026-02-30\"}", fields -> fields.date("x"));
    wrong("{\"x\":\"26-02-03\"}", fields -> fields.date("x"));
    wrong("{\"x\":\"2026-11-26T09:00:00+01:00\"}", fields -> fields.time("x"));
    wrong("{\"x\":\"2026-11-26\"}", fields -> fields.time("x"));
    wrong("{\"x\":[]}", fields -> fields.object("x"));
    wrong("{\"x\":\"at\"}", fields -> fields.oneOf("x", Preposition.class));
    wrong("{\"x\":\"8CD1B1C0-0000-4000-8000-000000000000\"}", fields -> fields.uuid("x"));
    wrong("{}", fields -> fields.uuid("x"));
    malformed(() -> JsonFields.of(StrictJson.read("[]".getBytes(StandardCharsets.UTF_8)), ""));
  }

  @Test
  void a_problem_names_the_member_and_never_its_value() {
    assertThatThrownBy(() -> fields("{\"a\":{\"b\":\"0707614285\"}}").object("a").date("b"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown ->
                assertThat(thrown.problem().publicDetail())
                    .isEqualTo("a.b must be a date, as in 2026-11-26"));
  }

  private static JsonFields fields(String json) {
    return JsonFields.of(StrictJson.read(bytes(json)), "");
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static void wrong(String json, Consumer<JsonFields> read) {
    malformed(() -> read.accept(fields(json)));
  }

  private static void malformed(Runnable read) {
    assertThatThrownBy(read::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> assertThat(thrown.problem().type()).isEqualTo(ProblemType.MALFORMED));
  }

  private enum Preposition {
    AT
  }
}

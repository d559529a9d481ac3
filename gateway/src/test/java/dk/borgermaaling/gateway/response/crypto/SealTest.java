package dk.borgermaaling.gateway.response.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.response.Answer;
import dk.borgermaaling.gateway.response.IsoWeek;
import dk.borgermaaling.gateway.response.SampleAnswers;
import dk.borgermaaling.gateway.selection.SamplingMode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealTest {
  @TempDir private Path folder;

  @BeforeEach
  void keys() throws IOException {
    SealKeys.writeMissing(folder);
  }

  @Test
  void what_is_sealed_is_opened_again() throws IOException {
    Answer answer = SampleAnswers.numbered(2);
    assertThat(opener(folder).open(seal(folder).close(answer))).contains(answer);
  }

  @ParameterizedTest
  @EnumSource
  void the_mode_is_under_the_seal_and_comes_out_again(SamplingMode mode) throws IOException {
    Answer answer =
        new Answer(
            new MunicipalityCode("0461"),
            "dagpenge",
            mode,
            "2026.1",
            new IsoWeek("2026-W48"),
            Map.of("heard", 4),
            "");
    assertThat(opener(folder).open(seal(folder).close(answer)).map(Answer::mode)).contains(mode);
  }

  @Test
  void what_was_sealed_before_there_were_modes_was_asked_continuously() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(1);
      for (String text : List.of("0461", "dagpenge", "2026.1", "2026-W48")) {
        out.writeUTF(text);
      }
      out.writeShort(1);
      out.writeUTF("heard");
      out.writeByte(4);
      out.writeShort(0);
    }
    Answer before = AnswerBytes.read(Arrays.copyOf(bytes.toByteArray(), AnswerBytes.LENGTH));
    assertThat(before.mode()).isEqualTo(SamplingMode.CONTINUOUS);
    assertThat(before.scores()).isEqualTo(Map.of("heard", 4));
  }

  @Test
  void all_sealed_answers_are_of_one_length() throws IOException {
    HpkeSeal seal = seal(folder);
    int length = seal.close(answer(Map.of(), "")).length;
    Map<String, Integer> many = new TreeMap<>();
    for (int i = 0; i < 100; i++) {
      many.put("a-rather-long-question-" + i, 5);
    }
    String longest = "\uD83D\uDE00".repeat(1000);
    assertThat(seal.close(answer(many, longest))).hasSize(length);
    assertThat(seal.close(SampleAnswers.numbered(1))).hasSize(length);
    assertThat(opener(folder).open(seal.close(answer(many, longest))).orElseThrow().comment())
        .isEqualTo(longest);
  }

  @Test
  void the_same_answer_never_looks_the_same() throws IOException {
    HpkeSeal seal = seal(folder);
    assertThat(seal.close(SampleAnswers.numbered(1)))
        .isNotEqualTo(seal.close(SampleAnswers.numbered(1)));
  }

  @Test
  void a_changed_or_foreign_seal_is_not_opened(@TempDir Path other) throws IOException {
    byte[] sealed = seal(folder).close(SampleAnswers.numbered(1));
    sealed[100] ^= 1;
    assertThat(opener(folder).open(sealed)).isEmpty();
    SealKeys.writeMissing(other);
    assertThat(opener(folder).open(seal(other).close(SampleAnswers.numbered(1)))).isEmpty();
    assertThat(opener(folder).open(new byte[0])).isEmpty();
  }

  @Test
  void keys_are_made_once_and_only_their_owner_reads_them() throws IOException {
    String before = Files.readString(folder.resolve(SealKeys.PRIVATE_FILE));
    SealKeys.writeMissing(folder);
    assertThat(Files.readString(folder.resolve(SealKeys.PRIVATE_FILE))).isEqualTo(before);
    assertThat(Files.getPosixFilePermissions(folder.resolve(SealKeys.PRIVATE_FILE)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void a_lost_public_key_is_made_from_the_private_one() throws IOException {
    byte[] sealed = seal(folder).close(SampleAnswers.numbered(1));
    Files.delete(folder.resolve(SealKeys.PUBLIC_FILE));
    SealKeys.writeMissing(folder);
    assertThat(opener(folder).open(sealed)).isPresent();
    assertThat(opener(folder).open(seal(folder).close(SampleAnswers.numbered(1)))).isPresent();
  }

  @Test
  void the_public_file_opens_nothing() {
    assertThatThrownBy(() -> HpkeSealOpener.with(folder.resolve(SealKeys.PUBLIC_FILE)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> HpkeSeal.with(folder.resolve(SealKeys.PRIVATE_FILE)))
        .isInstanceOf(IOException.class);
  }

  private static HpkeSeal seal(Path folder) throws IOException {
    return HpkeSeal.with(folder.resolve(SealKeys.PUBLIC_FILE));
  }

  private static HpkeSealOpener opener(Path folder) throws IOException {
    return HpkeSealOpener.with(folder.resolve(SealKeys.PRIVATE_FILE));
  }

  private static Answer answer(Map<String, Integer> scores, String comment) {
    return new Answer(
        new MunicipalityCode("0461"),
        "dagpenge",
        SamplingMode.ROUND,
        "2026.1",
        new IsoWeek("2026-W48"),
        scores,
        comment);
  }
}

package dk.borgermaaling.gateway.response.crypto;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.response.Answer;
import dk.borgermaaling.gateway.response.IsoWeek;
import dk.borgermaaling.gateway.selection.SamplingMode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as bytes of one fixed length. No clock, counter or id goes in but what {@link Answer}
 * names.
 */
final class AnswerBytes {
  /** Room for 1,000 characters of four bytes, 100 questions and the rest; filled up with zeros. */
  static final int LENGTH = 8192;

  private static final int FORMAT = 2;

  /** Without the mode: what waits while the gateway is updated was asked continuously. */
  private static final int FORMAT_WITHOUT_MODE = 1;

  private AnswerBytes() {}

  static byte[] of(Answer answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(LENGTH);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      out.writeUTF(answer.municipality().value());
      out.writeUTF(answer.surveyGroup());
      out.writeUTF(answer.mode().name());
      out.writeUTF(answer.questionnaireVersion());
      out.writeUTF(answer.week().text());
      out.writeShort(answer.scores().size());
      for (Map.Entry<String, Integer> score : answer.scores().entrySet()) {
        out.writeUTF(score.getKey());
        out.writeByte(score.getValue());
      }
      byte[] comment = answer.comment().getBytes(StandardCharsets.UTF_8);
      out.writeShort(comment.length);
      out.write(comment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (bytes.size() > LENGTH) {
      throw new IllegalArgumentException("an answer must fit into " + LENGTH + " bytes");
    }
    return Arrays.copyOf(bytes.toByteArray(), LENGTH);
  }

  /** The reverse; throws {@link IOException} for bytes that are no answer. */
  static Answer read(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int format = in.readByte();
      if (format != FORMAT && format != FORMAT_WITHOUT_MODE) {
        throw new IOException("unknown format of an answer");
      }
      MunicipalityCode municipality = new MunicipalityCode(in.readUTF());
      String surveyGroup = in.readUTF();
      SamplingMode mode =
          format == FORMAT ? SamplingMode.valueOf(in.readUTF()) : SamplingMode.CONTINUOUS;
      String version = in.readUTF();
      IsoWeek week = new IsoWeek(in.readUTF());
      Map<String, Integer> scores = new TreeMap<>();
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        scores.put(in.readUTF(), (int) in.readByte());
      }
      byte[] comment = new byte[in.readUnsignedShort()];
      in.readFully(comment);
      return new Answer(
          municipality,
          surveyGroup,
          mode,
          version,
          week,
          scores,
          new String(comment, StandardCharsets.UTF_8));
    }
  }
}

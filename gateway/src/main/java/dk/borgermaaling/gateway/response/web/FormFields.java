package dk.borgermaaling.gateway.response.web;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a form ({@code application/x-www-form-urlencoded}, UTF-8) with an upper limit. */
final class FormFields {
  /** Bytes. A full comment of four-byte characters is 12,000 when encoded. */
  static final int LARGEST = 32 * 1024;

  private FormFields() {}

  static Map<String, List<String>> read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new ProblemException(
          new Problem.Plain(ProblemType.TOO_LARGE, "The form is larger than any of ours"));
    }
    Map<String, List<String>> fields = new HashMap<>();
    String text = new String(bytes, StandardCharsets.US_ASCII);
    for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
    return fields;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(new Problem.Malformed("form", "URL-encoded UTF-8"), e);
    }
  }
}

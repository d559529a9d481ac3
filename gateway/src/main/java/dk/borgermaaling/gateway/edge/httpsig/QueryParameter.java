package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a query, decoded as a form's and encoded again in the one spelling that RFC
 * 9421, section 2.2.8, takes from the URL standard: all but letters, digits and {@code *-._}.
 */
record QueryParameter(String name, String value) {
  /**
   * Value of the only parameter of that name. A query that has none or several of them, or that is
   * not URL-encoded UTF-8, is not trusted.
   */
  static String only(@Nullable String query, String name) {
    List<QueryParameter> named =
        Arrays.stream((query == null ? "" : query).split("&", -1))
            .filter(pair -> !pair.isEmpty())
            .map(QueryParameter::parse)
            .filter(parameter -> parameter.name.equals(name))
            .toList();
    if (named.size() != 1) {
      throw Refusal.notTrusted("a query parameter that is not there once");
    }
    return named.get(0).value;
  }

  private static QueryParameter parse(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0
        ? new QueryParameter(recoded(pair), "")
        : new QueryParameter(
            recoded(pair.substring(0, equals)), recoded(pair.substring(equals + 1)));
  }

  private static String recoded(String text) {
    byte[] bytes = decoded(text);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw Refusal.notTrusted("a query parameter that is not UTF-8");
    }
    StringBuilder encoded = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "*-._".indexOf(c) >= 0);
      encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return encoded.toString();
  }

  private static byte[] decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.write(hex(text, i + 1) << 4 | hex(text, i + 2));
        i += 2;
      } else {
        bytes.write(c == '+' ? ' ' : c);
      }
    }
    return bytes.toByteArray();
  }

  private static int hex(String text, int at) {
    int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    if (digit < 0) {
      throw Refusal.notTrusted("a query parameter that is not URL-encoded");
    }
    return digit;
  }
}

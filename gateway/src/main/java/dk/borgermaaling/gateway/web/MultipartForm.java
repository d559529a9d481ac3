package dk.borgermaaling.gateway.web;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form with a file (RFC 7578) out of bytes that are in memory already. Our own, because what
 * servers offer writes files of more than some kilobytes to the disk in the clear, and these hold
 * CPR numbers. A body that is not what a browser sends is a form without fields; of two fields of
 * one name the first counts.
 */
public final class MultipartForm {
  private static final int MOST_PARTS = 20;
  private static final int LONGEST_HEAD = 4_096;
  private static final Pattern NAME =
      Pattern.compile(
          "(?im)^content-disposition:[ \\t]*form-data;(?:[^\\r\\n]*;)?[ \\t]*name=\"([^\"\\r\\n]*)\"");

  private static final Pattern FILE_NAME =
      Pattern.compile("(?im)^content-disposition:[^\\r\\n]*;[ \\t]*filename=\"([^\"\\r\\n]*)\"");

  private final Map<String, byte[]> fields = new HashMap<>();
  private final Map<String, String> fileNames = new HashMap<>();

  private MultipartForm() {}

  /** Reads a body of this type. */
  public static MultipartForm parse(MediaType type, byte[] body) {
    String boundary = type.getParameters().getOrDefault("boundary", "");
    MultipartForm form = new MultipartForm();
    if (!boundary.matches("[0-9A-Za-z'()+_,./:=?-]{1,70}")) {
      return form;
    }
    byte[] between = ascii("\r\n--" + boundary);
    byte[] first = ascii("--" + boundary);
    int at = startsWith(body, 0, first) ? first.length : behind(body, 0, between);
    for (int part = 0; at >= 0 && part < MOST_PARTS; part++) {
      int next = indexOf(body, at, between);
      if (!startsWith(body, at, ascii("\r\n")) || next < 0) {
        break;
      }
      form.read(body, at + 2, next);
      at = next + between.length;
    }
    return form;
  }

  /** A field of text; empty when there is none. */
  public String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** A field as it is, of a file its content; empty when there is none. */
  public byte[] bytes(String name) {
    return fields.getOrDefault(name, new byte[0]);
  }

  /** What the sender's file is called; empty when none was chosen, or it is no file. */
  public String fileName(String name) {
    return fileNames.getOrDefault(name, "");
  }

  private void read(byte[] body, int from, int to) {
    byte[] end = ascii("\r\n\r\n");
    int head = indexOf(body, from, end);
    if (head < 0 || head > to || head - from > LONGEST_HEAD) {
      return;
    }
    String lines = new String(body, from, head - from, StandardCharsets.UTF_8);
    Matcher name = NAME.matcher(lines);
    if (name.find() && !fields.containsKey(name.group(1))) {
      int start = head + end.length;
      byte[] content = new byte[Math.max(0, to - start)];
      System.arraycopy(body, start, content, 0, content.length);
      fields.put(name.group(1), content);
      Matcher file = FILE_NAME.matcher(lines);
      if (file.find()) {
        fileNames.put(name.group(1), withoutFolders(file.group(1)));
      }
    }
  }

  private static String withoutFolders(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  private static int behind(byte[] body, int from, byte[] what) {
    int at = indexOf(body, from, what);
    return at < 0 ? -1 : at + what.length;
  }

  private static int indexOf(byte[] body, int from, byte[] what) {
    for (int at = from; at + what.length <= body.length; at++) {
      if (startsWith(body, at, what)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] body, int at, byte[] what) {
    if (at + what.length > body.length) {
      return false;
    }
    for (int i = 0; i < what.length; i++) {
      if (body[at + i] != what[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

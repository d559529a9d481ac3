package dk.borgermaaling.liberty.wire;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Documents that try to make a parser fetch or swell, made from a good one; what they fetch is here
 * and counts who comes.
 */
final class Hostile implements AutoCloseable {
  static final String SECRET = "what-stands-in-the-file";
  static final int TEN_MEGABYTES = 10 * 1024 * 1024;
  private final HttpServer bait;
  private final AtomicInteger visits = new AtomicInteger();
  private final Path file;

  Hostile() {
    try {
      file = Files.writeString(Files.createTempFile("bait", ".txt"), SECRET);
      bait = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bait.createContext(
        "/",
        exchange -> {
          visits.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    bait.start();
  }

  /** How often somebody has fetched what the documents point to. */
  int visits() {
    return visits.get();
  }

  /**
   * Name and document.
   *
   * @param good well-formed, without an XML declaration
   * @param text a text in it that the entity takes the place of
   */
  Map<String, String> documents(String good, String text) {
    String web = "http://localhost:" + bait.getAddress().getPort() + "/";
    String root = good.substring(1).split("[ >]", 2)[0];
    Map<String, String> documents = new LinkedHashMap<>();
    documents.put("an empty DTD", doctype(root, "") + good);
    documents.put("a DTD elsewhere", "<!DOCTYPE " + root + " SYSTEM \"" + web + "x.dtd\">" + good);
    documents.put(
        "a parameter entity elsewhere",
        doctype(root, "<!ENTITY % p SYSTEM \"" + web + "p\"> %p;") + good);
    documents.put(
        "an entity that is a file",
        doctype(root, "<!ENTITY x SYSTEM \"" + file.toUri() + "\">") + good.replace(text, "&x;"));
    documents.put(
        "an entity elsewhere",
        doctype(root, "<!ENTITY x SYSTEM \"" + web + "x\">") + good.replace(text, "&x;"));
    documents.put("a billion laughs", doctype(root, laughs()) + good.replace(text, "&l9;"));
    return documents;
  }

  private static String doctype(String root, String inside) {
    return "<!DOCTYPE " + root + " [" + inside + "]>";
  }

  private static String laughs() {
    StringBuilder entities = new StringBuilder("<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 10; i++) {
      entities
          .append("<!ENTITY l")
          .append(i)
          .append(" \"")
          .append(("&l" + (i - 1) + ";").repeat(10))
          .append("\">");
    }
    return entities.toString();
  }

  @Override
  public void close() {
    bait.stop(0);
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dk.borgermaaling.schultz.file;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.schultz.DatabaseGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a file that is not what it should be nothing is taken, and the operator is told why. */
class HostileFileTest {
  /** One for all: nothing is ever stored in it. */
  private static final DatabaseGateway GATEWAY = FolderFixture.gateway();

  private final FolderFixture aarhus;

  HostileFileTest(@TempDir Path root) {
    aarhus = new FolderFixture(root, GATEWAY);
  }

  static Stream<Arguments> files() throws IOException {
    String good = Delta.of(3).xml();
    String noise = "x".repeat(3_000_000);
    return Stream.of(
        xml("a DTD", "<!DOCTYPE delta>" + bare(good), Refusal.MALFORMED),
        xml(
            "an external entity",
            "<!DOCTYPE delta [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + bare(good).replace("TELEFON", "&x;"),
            Refusal.MALFORMED),
        xml("an entity that nobody declared", good.replace("TELEFON", "&x;"), Refusal.MALFORMED),
        xml("an instruction", good.replaceFirst("<event>", "<?run me?><event>"), Refusal.MALFORMED),
        xml("no end", good.replace("</delta>", ""), Refusal.MALFORMED),
        xml("an end too many", good + "</delta>", Refusal.MALFORMED),
        xml("half an event at its end", good.substring(0, good.length() - 60), Refusal.MALFORMED),
        xml("another element", good.replace("</delta>", "<receipt/></delta>"), Refusal.MALFORMED),
        xml("text", good.replace("</delta>", "6701800001</delta>"), Refusal.MALFORMED),
        xml("a batch", bare(good).replace("delta", "events"), Refusal.MALFORMED),
        xml("another contract", good.replace("fasit/1", "fasit/2"), Refusal.MALFORMED),
        xml("another tenant", good.replace("aarhus", "randers"), Refusal.WRONG_TENANT),
        xml("no tenant", good.replace("tenant=\"aarhus\"", ""), Refusal.WRONG_TENANT),
        xml("nothing", "", Refusal.MALFORMED),
        xml("a comment without end", good.replace("</delta>", "<!--" + noise), Refusal.MALFORMED),
        xml(
            "a long comment",
            good.replace("</delta>", "<!--" + noise + "--></delta>"),
            Refusal.MALFORMED),
        xml(
            "a long attribute",
            good.replaceFirst("<event>", "<event a=\"" + noise + "\">"),
            Refusal.MALFORMED),
        xml(
            "a long name",
            good.replaceFirst("<event>", "<" + noise + "/><event>"),
            Refusal.MALFORMED),
        xml(
            "a deep nest",
            good.replaceFirst("<version>", "<a>".repeat(10_000) + "<version>"),
            Refusal.MALFORMED),
        xml("many names", good.replaceFirst("<version>", names() + "<version>"), Refusal.MALFORMED),
        Arguments.of("x.xml", "UTF-16", utf(good, StandardCharsets.UTF_16), Refusal.ENCODING),
        xml("another encoding", good.replace("UTF-8", "ISO-8859-1"), Refusal.ENCODING),
        Arguments.of("x.xml", "bytes", new byte[] {'<', (byte) 0xC3, '('}, Refusal.ENCODING),
        Arguments.of(
            "x.xml",
            "a bad byte late",
            latin1(good.replace("</delta>", "<!-- \u00e6 --></delta>")),
            Refusal.ENCODING),
        Arguments.of("x.xml", "packed", gzip(good), Refusal.ENCODING),
        csv("a long line", Delta.CSV_HEADER + "\n" + noise, Refusal.MALFORMED),
        csv("a long header", noise, Refusal.MALFORMED),
        csv("no header", "", Refusal.MALFORMED),
        csv("a header with commas", Delta.CSV_HEADER.replace(';', ','), Refusal.MALFORMED),
        csv("a column twice", Delta.CSV_HEADER + ";version\n", Refusal.MALFORMED),
        csv("a thousand columns", Delta.CSV_HEADER + ";a".repeat(1000) + "\n", Refusal.MALFORMED),
        Arguments.of(
            "x.csv",
            "a bad byte after a good row",
            latin1(Delta.CSV_HEADER + "\n" + Delta.csvRow(1) + "\n\u00e6"),
            Refusal.ENCODING));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("files")
  void nothing_is_taken_and_the_reason_is_clear(
      String name, String what, byte[] content, Refusal reason) {
    aarhus.deliver(name, content);

    aarhus.run();

    assertThat(aarhus.events()).isZero();
    assertThat(aarhus.files()).isEmpty();
    assertThat(aarhus.refused()).extracting("reason").containsExactly(reason);
    assertThat(aarhus.letters()).hasSize(1);
    assertThat(aarhus.letters().get(0)).startsWith(name + ": " + reason.text());
    assertThat(aarhus.letters().get(0)).doesNotContain("67018").doesNotContain("xxxx");
    assertThat(aarhus.names(".work/aarhus")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-rf.xml",
        "delta.zip",
        "delta.xml.gz",
        "delta.XML",
        "delta .xml",
        "de\nlta.xml",
        "<script>.xml",
        "%2e%2e%2fdelta.xml",
        "\u00e6bler.xml"
      })
  void a_name_that_is_more_than_a_name_is_refused(String name) {
    aarhus.deliver(name, Delta.of(1).xml());

    aarhus.run();

    assertThat(aarhus.refused()).extracting("reason").containsExactly(Refusal.NAME);
    assertThat(aarhus.refused().get(0).name()).matches("[A-Za-z0-9._-]+");
    assertThat(aarhus.events()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "0123",
        "%s  ../aarhus/delta.xml",
        "%s  other.xml",
        "%s  delta.xml\n%s  delta.xml\n"
      })
  void a_checksum_that_is_none_or_anothers_is_refused(String text) {
    String xml = Delta.of(1).xml();
    aarhus.deliver("delta.xml", xml);
    aarhus.write(
        "delta.xml.sha256",
        Delta.bytes(text.replace("%s", FolderFixture.sha256(Delta.bytes(xml)))));

    aarhus.run();

    assertThat(aarhus.refused()).extracting("reason").containsExactly(Refusal.CHECKSUM_FORM);
    assertThat(aarhus.events()).isZero();
  }

  @Test
  void links_are_followed_nowhere() throws IOException {
    String xml = Delta.of(1).xml();
    Path elsewhere = Files.writeString(aarhus.root.resolve("elsewhere.xml"), xml);
    aarhus.deliver("delta.xml", xml);
    Files.delete(aarhus.folder.resolve("delta.xml"));
    Files.createSymbolicLink(aarhus.folder.resolve("delta.xml"), elsewhere);
    aarhus.deliver("other.xml", xml);
    Files.move(aarhus.folder.resolve("other.xml.sha256"), aarhus.root.resolve("sum"));
    Files.createSymbolicLink(aarhus.folder.resolve("other.xml.sha256"), aarhus.root.resolve("sum"));
    Files.createDirectory(aarhus.folder.resolve("folder.xml"));
    aarhus.write("folder.xml.sha256", Delta.bytes("0".repeat(64)));

    aarhus.run();

    assertThat(aarhus.events()).isZero();
    assertThat(aarhus.refused())
        .extracting("reason")
        .containsExactly(Refusal.NOT_A_FILE, Refusal.NOT_A_FILE, Refusal.CHECKSUM_FORM);
    assertThat(elsewhere).exists();
  }

  @Test
  void a_folder_that_is_a_link_is_not_looked_into() throws IOException {
    aarhus.deliver("delta.xml", Delta.of(1).xml());
    Path real = aarhus.root.resolve("real");
    Files.move(aarhus.folder, real);
    Files.createSymbolicLink(aarhus.folder, real);

    aarhus.run();

    assertThat(aarhus.events()).isZero();
  }

  @Test
  void ours_is_never_written_through_a_link() throws IOException {
    Path outside = Files.createDirectory(aarhus.root.resolve("outside"));
    Files.createSymbolicLink(aarhus.folder.resolve("done"), outside);
    aarhus.deliver("delta.xml", Delta.of(1).xml());

    try {
      aarhus.run();
    } catch (UncheckedIOException e) {
      assertThat(e.getCause()).isInstanceOf(FileSystemException.class);
    }

    assertThat(outside).isEmptyDirectory();
  }

  private static Arguments xml(String what, String content, Refusal reason) {
    return Arguments.of("x.xml", what, Delta.bytes(content), reason);
  }

  private static Arguments csv(String what, String content, Refusal reason) {
    return Arguments.of("x.csv", what, Delta.bytes(content), reason);
  }

  private static String bare(String xml) {
    return xml.substring(xml.indexOf('\n') + 1);
  }

  private static String names() {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      names.append("<n").append(i).append("/>");
    }
    return names.toString();
  }

  private static byte[] latin1(String text) {
    return utf(text, StandardCharsets.ISO_8859_1);
  }

  private static byte[] utf(String text, Charset charset) {
    return text.getBytes(charset);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(Delta.bytes(text));
    }
    return packed.toByteArray();
  }
}

package dk.borgermaaling.liberty.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Debian's {@code xmlsec1}, which shares no code with anything here. */
final class Xmlsec {
  private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope:";
  private static final String WSA = "http://www.w3.org/2005/08/addressing:";
  private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  private static final List<String> WITH_ID =
      List.of(
          SOAP + "Body",
          WSS + "wssecurity-utility-1.0.xsd:Timestamp",
          WSS + "wssecurity-secext-1.0.xsd:BinarySecurityToken",
          WSA + "Action",
          WSA + "MessageID",
          WSA + "To",
          WSA + "ReplyTo",
          WSA + "RelatesTo");

  private final Path folder;

  private Xmlsec(Path folder) {
    this.folder = folder;
  }

  /** Skips the test, loudly, where it is not installed; fails it where the build must have it. */
  static Xmlsec require(Path folder) {
    Xmlsec xmlsec = new Xmlsec(folder);
    if (xmlsec.run(List.of("xmlsec1", "--version")) != 0) {
      String missing = "SKIPPED: xmlsec1 is not installed, so no signature was cross-checked";
      System.err.println(missing);
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(missing);
      }
      Assumptions.abort(missing);
    }
    return xmlsec;
  }

  /** Whether the assertion in the document is signed with this certificate's key. */
  boolean verifiesAssertion(String xml, Path certificate) {
    return verify(xml, "//*[local-name()='Assertion']/*[local-name()='Signature']", certificate);
  }

  /** Whether the message is signed, in all parts that its signature names. */
  boolean verifiesMessage(String xml, Path certificate) {
    return verify(
        xml,
        "/*[local-name()='Envelope']/*[local-name()='Header']/*[local-name()='Security']"
            + "/*[local-name()='Signature']",
        certificate);
  }

  private boolean verify(String xml, String signature, Path certificate) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "xmlsec1",
                "--verify",
                "--enabled-reference-uris",
                "same-doc",
                "--pubkey-cert-pem",
                certificate.toString(),
                "--node-xpath",
                signature,
                "--id-attr:ID",
                "urn:oasis:names:tc:SAML:2.0:assertion:Assertion"));
    for (String element : WITH_ID) {
      command.add("--id-attr:Id");
      command.add(element);
    }
    try {
      command.add(Files.writeString(folder.resolve("signed.xml"), xml).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return run(command) == 0;
  }

  private int run(List<String> command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("xmlsec1.txt").toFile())
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

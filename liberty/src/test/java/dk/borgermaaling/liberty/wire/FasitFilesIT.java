package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.liberty.Browser;
import dk.borgermaaling.liberty.Browser.Upload;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Delta files of Fasit, through the operator's page and through the folder of Aarhus. */
@ExtendWith(ArquillianExtension.class)
class FasitFilesIT {
  private static final String PAGE = "/console/fasit-files";
  private static final String TENANT = "aarhus";
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Wire wire = Wire.played();
  private final WholeSystem system = wire.system();
  private final Browser operator = Browser.logIn(system, "operator");
  private final FreshEvent good = FreshEvent.in(system);
  private final FreshEvent unknown = FreshEvent.in(system);
  private final FreshEvent broken = FreshEvent.in(system);
  private final String name = "delta-" + good.eventId();
  private final Path folder = system.state().dropFolder().resolve(TENANT);

  @AfterEach
  void forget() {
    Traces.remove(wire, good.eventId());
    Traces.removeDeadLetter(wire, unknown.eventId());
    Traces.removeDeadLetter(wire, broken.eventId());
    Traces.execute(
        wire, List.of("DELETE FROM intake.parked_letter WHERE entity_id = ?"), unknown.eventId());
    Traces.execute(wire, List.of("DELETE FROM intake.fasit_file WHERE name LIKE ?"), name + "%");
  }

  @Test
  void a_file_that_is_uploaded_is_read_once_and_says_what_was_wrong_with_its_rows() {
    assertThat(operator.page("/console").select("nav a[href=" + PAGE + "]").text())
        .isEqualTo("Fasit-filer");
    byte[] file =
        String.join(
                "\r\n",
                FreshEvent.FASIT_COLUMNS,
                good.fasitRow(),
                broken.fasitRow().replace(broken.cpr(), "123"),
                unknown.fasitRowOfUnknownGroup(),
                "")
            .getBytes(StandardCharsets.UTF_8);
    Document mistaken = upload(name + ".csv", file, "0".repeat(64));
    assertThat(mistaken.select("[role=alert]").text())
        .contains("Filen blev ikke modtaget", "Indholdet passer ikke til kontrolsummen");
    assertThat(upload("../" + name + ".zip", file, "").select("[role=alert]").text())
        .contains("Navnet duer ikke");
    assertThat(rowsOf(operator.page(PAGE))).isEmpty();

    Document taken = upload(name + ".csv", file, sha256(file));
    assertThat(taken.select("[role=status]").text()).contains("Filen er modtaget", sha256(file));
    awaitRow("Færdig");
    Element row = rowsOf(operator.page(PAGE)).get(0);
    assertThat(row.select("[data-label=Rækker]").text()).isEqualTo("3");
    assertThat(row.select("[data-label=Nye]").text()).isEqualTo("1");
    assertThat(row.select("[data-label=Afviste]").text()).startsWith("2");
    HttpResponse<String> errors =
        operator.get(row.expectFirst("[data-label=Afviste] a").attr("href"));
    assertThat(errors.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
    assertThat(errors.body())
        .contains(broken.eventId(), "cprNumber", unknown.eventId(), "unknown-target-group")
        .doesNotContain(good.eventId(), "910131");
    Traces.awaitDecision(wire, good.eventId());

    upload(name + ".csv", file, "");
    WholeSystem.await(
        "the same file has been seen again",
        LONGEST,
        () ->
            rowsOf(operator.page(PAGE))
                .get(0)
                .select("[data-label='Leveret igen']")
                .text()
                .equals("1"));
    assertThat(rowsOf(operator.page(PAGE))).hasSize(1);
  }

  @Test
  void a_file_in_the_folder_waits_for_its_checksum_and_is_read_when_that_is_right()
      throws IOException {
    byte[] file =
        good.fasit(TENANT)
            .replace("<events ", "<delta ")
            .replace("</events>", "</delta>")
            .getBytes(StandardCharsets.UTF_8);
    Files.createDirectories(folder);
    Path delivered = Files.write(folder.resolve(name + ".xml"), file);
    Path checksum = folder.resolve(name + ".xml.sha256");
    awaitRow("Venter på sin kontrolsum");
    Files.writeString(checksum, "0".repeat(64) + "  " + name + ".xml\n");
    awaitRow("Indholdet passer ikke til kontrolsummen");
    assertThat(operator.page("/console/dead-letters").text()).contains("Aarhus");
    Files.writeString(checksum, sha256(file) + "  " + name + ".xml\n");
    awaitRow("Færdig");
    assertThat(delivered).doesNotExist();
    assertThat(checksum).doesNotExist();
    Traces.awaitDecision(wire, good.eventId());
    assertThat(
            wire.tables()
                .count("SELECT count(*) FROM intake.dead_letter WHERE reason = 'file-refused'"))
        .isZero();
  }

  @Test
  void whoever_is_no_operator_or_has_no_token_uploads_nothing() {
    Element form = operator.page(PAGE).expectFirst("form[enctype]");
    Upload file = new Upload("file", name + ".csv", new byte[] {1});
    assertThat(operator.submit(form, Map.of("form-token", "x"), file).statusCode()).isEqualTo(403);
    Browser employee = Browser.logIn(system, "employee-0740");
    String token = employee.page("/lists").select("input[name=form-token]").val();
    assertThat(employee.get(PAGE).statusCode()).isEqualTo(403);
    assertThat(employee.submit(form, Map.of("form-token", token), file).statusCode())
        .isEqualTo(403);
    assertThat(folder.resolve(name + ".csv")).doesNotExist();
  }

  private Document upload(String fileName, byte[] file, String checksum) {
    HttpResponse<String> answer =
        operator.submit(
            operator.page(PAGE).expectFirst("form[enctype]"),
            Map.of("tenant", TENANT, "checksum", checksum),
            new Upload("file", fileName, file));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private void awaitRow(String text) {
    WholeSystem.await(
        "a row of the file says " + text,
        LONGEST,
        () -> rowsOf(operator.page(PAGE)).stream().anyMatch(row -> row.text().contains(text)));
  }

  private List<Element> rowsOf(Document page) {
    return page.select("tbody tr:contains(" + name + ")");
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

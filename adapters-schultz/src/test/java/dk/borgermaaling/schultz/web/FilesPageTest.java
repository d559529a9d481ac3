package dk.borgermaaling.schultz.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import dk.borgermaaling.schultz.Aarhus;
import dk.borgermaaling.schultz.Tenants;
import dk.borgermaaling.schultz.file.Checksum;
import dk.borgermaaling.schultz.file.Delta;
import dk.borgermaaling.schultz.file.FileBook;
import dk.borgermaaling.schultz.file.FileName;
import dk.borgermaaling.schultz.file.FileSettings;
import dk.borgermaaling.schultz.file.Refusal;
import dk.borgermaaling.schultz.file.Uploads;
import dk.borgermaaling.schultz.jpa.SqlFileBook;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesPageTest {
  private static final String PAGE = "/console/fasit-files";
  private static final Instant NIGHT = Instant.parse("2026-12-14T01:00:00Z");
  private static final Checksum SUM = new Checksum("ab".repeat(32));

  private final Path root;
  private final SettableRealClock clock = new SettableRealClock("2026-12-14T09:00:00Z");
  private final StaffServer server;
  private final FileBook book;

  FilesPageTest(@TempDir Path root) {
    this.root = root;
    FileBook[] made = new FileBook[1];
    server =
        new StaffServer(
            clock,
            List.of(new FilesMenu()),
            staff -> {
              made[0] = new SqlFileBook(staff.database.gateway());
              return List.of(resource(staff, made[0], root));
            });
    book = made[0];
  }

  private FilesResource resource(StaffServer staff, FileBook files, Path folder) {
    return new FilesResource(
        new Tenants(List.of(Aarhus.TENANT)),
        files,
        new Uploads(Optional.of(new FileSettings(folder, 1_000_000, Duration.ofDays(14)))),
        new FilesPage(staff.pages),
        staff.audit,
        clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void operators_alone_see_it_and_find_it_in_their_menu() {
    assertThat(server.get(PAGE).statusCode()).isEqualTo(303);
    server.logIn("reader-0461", StaffServer.PASSWORD);
    assertThat(server.get(PAGE).statusCode()).isEqualTo(403);
    assertThat(server.get("/dashboard").body()).doesNotContain(PAGE);
    server.cookies().clear();
    server.logIn("operator", StaffServer.PASSWORD);
    Document page = server.page(PAGE);
    assertThat(page.select("nav a[aria-current=page]").text()).isEqualTo("Fasit-filer");
    assertThat(page.select("h1").text()).isEqualTo("Fasit-filer");
    assertThat(page.select("script, [style]")).isEmpty();
    assertThat(page.select("label[for]")).hasSize(3);
  }

  @Test
  void files_are_shown_with_what_became_of_them() {
    book.begin(Aarhus.TENANT, new FileName("delta.xml"), SUM, 1_000, 3, NIGHT);
    FileBook.TakenFile file = book.files(Aarhus.TENANT, 1).get(0);
    UUID reader = UUID.randomUUID();
    book.claim(file, reader);
    book.advance(
        file,
        reader,
        0,
        new FileBook.Step(
            3,
            new FileBook.Counts(2, 0, 1),
            List.of(new FileBook.RowError(2, null, "malformed", "cprNumber", "ten digits"))));
    book.finish(file, reader, NIGHT);
    book.refuse(
        Aarhus.TENANT,
        new FileBook.RefusedEntry("bad.xml", Refusal.CHECKSUM, "<b>other</b>", "1", NIGHT, true));
    server.logIn("operator", StaffServer.PASSWORD);

    Document page = server.page(PAGE);

    assertThat(page.select("tbody").get(0).text())
        .contains("bad.xml", "Indholdet passer ikke til kontrolsummen", "<b>other</b>");
    assertThat(page.select("tbody").get(1).select("td").eachText())
        .containsExactly(
            "delta.xml",
            "14.12.2026 02:00",
            "Færdig 14.12.2026 02:00",
            "3",
            "2",
            "0",
            "1 Hent",
            "0",
            SUM.value());
    assertThat(page.select("th:not([scope])")).isEmpty();
    HttpResponse<String> errors = server.get(page.select("a:contains(Hent)").attr("href"));
    assertThat(errors.body().lines().skip(1))
        .containsExactly("2;;malformed;cprNumber;\"ten digits\"");
    assertThat(errors.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"delta.xml.errors.csv\"");
    for (String other : List.of("aarhus/" + new UUID(1, 2), "randers/" + file.id(), "aarhus/x")) {
      assertThat(server.get(PAGE + "/" + other + "/errors").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void an_uploaded_file_lies_where_the_senders_do_with_its_checksum() throws IOException {
    byte[] xml = Delta.bytes(Delta.of(2).xml());
    server.logIn("operator", StaffServer.PASSWORD);

    Document page = upload("delta.xml", xml, "");

    assertThat(page.select(".alert-success").text()).contains("Filen er modtaget");
    assertThat(Files.readAllBytes(root.resolve("aarhus/delta.xml"))).isEqualTo(xml);
    String sum = Files.readString(root.resolve("aarhus/delta.xml.sha256"));
    assertThat(page.select(".alert-success").text()).contains(sum.substring(0, 64));
    assertThat(upload("delta.xml", xml, "").select(".alert-error").text())
        .contains("ligger allerede");
    assertThat(upload("C:\\temp\\other.xml", xml, sum.substring(0, 64)).select(".alert-error"))
        .isEmpty();
    assertThat(root.resolve("aarhus/other.xml")).exists();
    assertThat(server.database.texts("SELECT action FROM ops.audit WHERE action = 'UPLOADED_FILE'"))
        .hasSize(3);
  }

  @Test
  void what_is_wrong_with_an_upload_is_said_and_nothing_is_kept() {
    byte[] xml = Delta.bytes(Delta.of(2).xml());
    server.logIn("operator", StaffServer.PASSWORD);

    assertThat(upload("delta.xml", xml, "0".repeat(64)).select(".alert-error").text())
        .contains("passer ikke til kontrolsummen");
    assertThat(upload("delta.xml", xml, "abc").select(".alert-error").text())
        .contains("Kontrolsummen kan ikke læses");
    assertThat(upload("delta.zip", xml, "").select(".alert-error").text()).contains("Navnet duer");
    assertThat(upload("", xml, "").select(".alert-error").text()).contains("Vælg en kommune");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void another_sites_form_is_refused_before_anything_is_read() {
    server.logIn("operator", StaffServer.PASSWORD);

    assertThat(post("delta.xml", new byte[3], "", "x").statusCode()).isEqualTo(403);
    server.cookies().clear();
    assertThat(post("delta.xml", new byte[3], "", "x").statusCode()).isEqualTo(403);
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void fifteen_megabytes_and_a_form_are_too_much_for_a_form() {
    server.logIn("operator", StaffServer.PASSWORD);

    HttpResponse<String> answer = post("delta.xml", new byte[16 * 1024 * 1024], "", formToken());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("Filen er for stor");
  }

  private Document upload(String name, byte[] content, String checksum) {
    HttpResponse<String> answer = post(name, content, checksum, formToken());
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private String formToken() {
    return server.page(PAGE).select("main input[type=hidden]").attr("value");
  }

  private HttpResponse<String> post(String name, byte[] content, String checksum, String token) {
    return server.upload(
        PAGE, Map.of("form-token", token, "tenant", "aarhus", "checksum", checksum), name, content);
  }
}

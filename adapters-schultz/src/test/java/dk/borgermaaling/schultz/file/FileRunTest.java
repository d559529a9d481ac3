package dk.borgermaaling.schultz.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.schultz.Aarhus;
import dk.borgermaaling.schultz.FasitContent;
import dk.borgermaaling.schultz.FasitRedriver;
import dk.borgermaaling.schultz.Tenants;
import dk.borgermaaling.schultz.file.FileBook.Counts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FileRunTest {
  private final FolderFixture aarhus;

  FileRunTest(@TempDir Path root) {
    aarhus = new FolderFixture(root);
  }

  @Test
  void a_file_with_its_checksum_is_taken_and_put_away() {
    String xml = Delta.of(3).xml();
    aarhus.deliver("delta.xml", xml);

    assertThat(aarhus.run()).isEqualTo(3);

    assertThat(aarhus.events()).isEqualTo(3);
    assertThat(aarhus.file().counts()).isEqualTo(new Counts(3, 0, 0));
    assertThat(aarhus.file().finished()).isNotNull();
    assertThat(aarhus.names("aarhus")).containsExactly("done");
    assertThat(aarhus.names("aarhus/done"))
        .containsExactly(FolderFixture.sha256(xml.getBytes(UTF_8)).substring(0, 12) + "-delta.xml");
    assertThat(aarhus.names(".work/aarhus")).isEmpty();
  }

  @Test
  void csv_is_taken_with_and_without_a_byte_order_mark_in_any_order_of_columns() {
    aarhus.deliver("a.csv", Delta.CSV_HEADER + "\n" + Delta.csvRow(1) + "\n\n");
    aarhus.deliver(
        "b.csv",
        "\uFEFFremark;"
            + Delta.CSV_HEADER
            + ";tenant\r\n\"a \"\"b\"\"; c\";"
            + Delta.csvRow(2)
            + ";aarhus\r\n");

    aarhus.run();

    assertThat(aarhus.refused()).isEmpty();
    assertThat(aarhus.events()).isEqualTo(2);
  }

  @Test
  void csv_and_xml_of_the_same_events_are_the_same() {
    aarhus.deliver("a.xml", Delta.of(2).xml());
    aarhus.run();
    aarhus.deliver("b.csv", Delta.CSV_HEADER + "\n" + Delta.csvRow(0) + "\n" + Delta.csvRow(1));

    aarhus.run();

    assertThat(aarhus.files().get(0).counts()).isEqualTo(new Counts(0, 2, 0));
  }

  @Test
  void a_file_without_its_checksum_waits_and_a_person_is_told_once_after_an_hour() {
    byte[] xml = Delta.bytes(Delta.of(1).xml());
    aarhus.write("delta.xml", xml);

    aarhus.run();
    aarhus.run();
    assertThat(aarhus.refused()).extracting("reason").containsExactly(Refusal.NO_CHECKSUM);
    assertThat(aarhus.letters()).isEmpty();
    aarhus.clock.advance(Duration.ofMinutes(61));
    aarhus.run();
    aarhus.run();
    assertThat(aarhus.letters()).containsExactly("delta.xml: its .sha256 file is not there");
    assertThat(aarhus.gateway.deadLetters.times.values()).containsExactly(1);

    aarhus.deliver("delta.xml", xml);
    aarhus.run();
    assertThat(aarhus.events()).isEqualTo(1);
    assertThat(aarhus.letters()).isEmpty();
    assertThat(aarhus.refused()).isEmpty();
  }

  @Test
  void of_a_file_with_another_checksum_nothing_is_taken_until_it_is_right() {
    byte[] xml = Delta.bytes(Delta.of(2).xml());
    aarhus.deliver("delta.xml", xml);
    aarhus.write("delta.xml.sha256", Delta.bytes("0".repeat(64) + "  delta.xml\n"));

    aarhus.run();
    assertThat(aarhus.events()).isZero();
    assertThat(aarhus.letters())
        .containsExactly("delta.xml: the content has another checksum than its .sha256 file says");
    assertThat(aarhus.names(".work/aarhus")).isEmpty();

    aarhus.deliver("delta.xml", xml);
    aarhus.run();
    assertThat(aarhus.events()).isEqualTo(2);
    assertThat(aarhus.letters()).isEmpty();
  }

  @Test
  void the_same_content_again_changes_nothing_and_another_content_is_another_file() {
    String xml = Delta.of(2).xml();
    aarhus.deliver("delta.xml", xml);
    aarhus.run();
    aarhus.deliver("delta.xml", xml);
    aarhus.run();

    assertThat(aarhus.file().repeats()).isEqualTo(1);
    assertThat(aarhus.file().counts()).isEqualTo(new Counts(2, 0, 0));
    assertThat(aarhus.names("aarhus")).containsExactly("done");

    aarhus.deliver("delta.xml", Delta.of(3).xml());
    aarhus.run();
    assertThat(aarhus.files()).hasSize(2);
    assertThat(aarhus.names("aarhus/done")).hasSize(2);
    assertThat(aarhus.events()).isEqualTo(3);
  }

  @Test
  void what_is_wrong_with_a_row_is_told_of_that_row_and_stops_no_other() throws IOException {
    Delta delta =
        Delta.of(1)
            .add(Delta.event(1).replace("<cprNumber>", "<cprNumber>12"))
            .add(Delta.event(2).replace("<type>CONVERSATION_HELD</type>", ""))
            .add(Delta.event(3).replace(Delta.id(3).toString(), "6701800003"))
            .add(Delta.event(4).replace(Aarhus.SICKNESS.toString(), Delta.id(99).toString()))
            .add(
                Delta.event(5)
                    .replace("<version>1</version>", "<version>1</version><version>2</version>"))
            .add(Delta.event(6).replace("TELEFON<", "<b>TELEFON</b><"))
            .add(Delta.event(7).replace("</event>", "<new>x<y/></new></event>"))
            .add(Delta.event(8).replace("2026-11-20T", "1826-11-20T"));
    aarhus.deliver("delta.xml", delta.xml());

    aarhus.run();

    assertThat(aarhus.file().counts()).isEqualTo(new Counts(2, 0, 7));
    String errors = aarhus.errors(aarhus.file());
    assertThat(errors.lines().toList())
        .containsExactly(
            "\uFEFFrow;eventId;problem;field;expected",
            "2;" + Delta.id(1) + ";malformed;cprNumber;\"ten digits\"",
            "3;" + Delta.id(2) + ";malformed;type;\"there: a type of the contract\"",
            "4;;malformed;eventId;\"a UUID in lower case\"",
            "5;"
                + Delta.id(4)
                + ";unknown-target-group;;"
                + "\"The target group "
                + Delta.id(99)
                + " is not in the tenant's table of 2026-11-20\"",
            "6;" + Delta.id(5) + ";malformed;version;\"there once\"",
            "7;" + Delta.id(6) + ";malformed;interviewForm;\"text alone\"",
            "9;" + Delta.id(8) + ";malformed;occurredAt;\"from 1900-01-01 to 2199-12-31\"");
    assertThat(errors).doesNotContain("67018");
    assertThat(aarhus.gateway.deadLetters.letters.keySet())
        .containsExactlyInAnyOrder(
            Delta.id(1) + " malformed",
            Delta.id(2) + " malformed",
            Delta.id(4) + " unknown-target-group",
            Delta.id(5) + " malformed",
            Delta.id(6) + " malformed",
            Delta.id(8) + " malformed",
            "events/aarhus malformed");
    assertThat(aarhus.gateway.deadLetters.kept)
        .as("what could be read as an event")
        .containsOnlyKeys(Delta.id(4).toString(), Delta.id(8).toString());
    assertThat(aarhus.names("aarhus/errors")).hasSize(1);
    assertThat(
            Files.readString(
                aarhus.folder.resolve("errors").resolve(aarhus.names("aarhus/errors").get(0))))
        .isEqualTo(errors);
  }

  @Test
  void what_is_wrong_with_a_row_of_csv_is_told_by_its_line() {
    String header = Delta.CSV_HEADER + ";tenant\n";
    aarhus.deliver(
        "delta.csv",
        header
            + Delta.csvRow(1)
            + ";aarhus\n"
            + "\n"
            + Delta.csvRow(2)
            + ";randers\n"
            + Delta.csvRow(3)
            + "\n"
            + Delta.csvRow(4).replace("CREATE", "\"CREATE")
            + ";aarhus\n"
            + Delta.csvRow(5).replace("TELEFON", "TELEFAX")
            + ";aarhus\n");

    aarhus.run();

    assertThat(aarhus.file().counts()).isEqualTo(new Counts(1, 0, 4));
    assertThat(aarhus.errors(aarhus.file()).lines().skip(1))
        .containsExactly(
            "4;" + Delta.id(2) + ";not-allowed;;\"The row says that it is another tenant's\"",
            "5;;malformed;row;\"13 cells, as in line 1\"",
            "6;;malformed;row;\"13 cells, as in line 1\"",
            "7;" + Delta.id(5) + ";malformed;interviewForm;\"PERSONLIGT, TELEFON, VIDEO or BREV\"");
  }

  @Test
  void an_unknown_group_is_parked_with_what_was_told_and_driven_again_when_the_table_has_it() {
    String unknown = Delta.id(99).toString();
    var xml = aarhus.gateway.xml;
    String told =
        "<events xmlns=\"http://borgermaaling.dk/contract/fasit/1\" tenant=\"aarhus\">"
            + Delta.event(1).replace(Aarhus.SICKNESS.toString(), unknown)
            + "</events>";
    byte[] kept = xml.write(xml.read(Delta.bytes(told)));
    var content = new DeadLetters.Told(FasitContent.FORMAT, kept);
    FasitRedriver before = redriver();

    assertThat(before.drive(Aarhus.TENANT.municipality(), content))
        .isInstanceOf(EventReceipt.Rejected.class);
    aarhus
        .gateway
        .database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.fasit_target_group VALUES"
                        + " ('aarhus', ?::uuid, 'LAB6', '6.6', '2020-01-01', NULL)",
                    unknown));
    assertThat(redriver().drive(Aarhus.TENANT.municipality(), content))
        .isInstanceOf(EventReceipt.Stored.class);
    assertThat(redriver().drive(Aarhus.TENANT.municipality(), content))
        .isInstanceOf(EventReceipt.Duplicate.class);
    assertThat(redriver().drive(new MunicipalityCode("0730"), content))
        .as("another municipality's letter")
        .isInstanceOf(EventReceipt.Rejected.class);
  }

  private FasitRedriver redriver() {
    return new FasitRedriver(
        new Tenants(List.of(Aarhus.TENANT)),
        aarhus.gateway.targetGroups,
        aarhus.gateway.intake,
        aarhus.gateway.told,
        aarhus.gateway.xml);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void of_a_file_that_grows_while_it_is_read_nothing_is_taken() throws Exception {
    byte[] start = Delta.bytes(Delta.of(1).xml() + " ".repeat(60_000_000));
    aarhus.deliver("delta.xml", start);
    Growing growing = new Growing(aarhus.folder.resolve("delta.xml"));
    try (growing) {
      growing.start();
      aarhus.run();
    }

    assertThat(aarhus.refused()).extracting("reason").containsExactly(Refusal.GROWING);
    assertThat(aarhus.events()).isZero();
    aarhus.deliver("delta.xml", Delta.of(1).xml());
    aarhus.run();
    assertThat(aarhus.events()).isEqualTo(1);
  }

  private static final class Growing extends Thread implements AutoCloseable {
    private final Path file;
    private volatile boolean on = true;

    Growing(Path file) {
      this.file = file;
    }

    @Override
    public void run() {
      while (on) {
        try {
          Files.write(file, new byte[] {' '}, StandardOpenOption.APPEND);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    @Override
    public void close() {
      on = false;
      while (isAlive()) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void files_that_were_taken_are_deleted_after_their_days_and_never_taken_again() {
    String xml = Delta.of(1).add("<event/>").xml();
    aarhus.deliver("delta.xml", xml);
    aarhus.run();
    aarhus.clock.advance(Duration.ofDays(13));
    aarhus.run();
    assertThat(aarhus.names("aarhus/done")).hasSize(1);

    aarhus.clock.advance(Duration.ofDays(2));
    aarhus.run();
    assertThat(aarhus.names("aarhus/done")).isEmpty();
    assertThat(aarhus.gateway.database.count("intake.fasit_file_error")).isZero();

    aarhus.deliver("delta.xml", xml);
    aarhus.run();
    assertThat(aarhus.file().repeats()).isEqualTo(1);
    assertThat(aarhus.events()).isEqualTo(1);
  }

  @Test
  void a_cpr_number_in_a_name_is_shown_to_nobody() {
    aarhus.write("delta-6701809995.xml", Delta.bytes("x"));
    aarhus.write("670180 9987.zip", Delta.bytes("x"));
    aarhus.run();
    aarhus.clock.advance(Duration.ofMinutes(61));
    aarhus.run();

    assertThat(aarhus.letters())
        .containsExactlyInAnyOrder(
            "delta-_skjult_.xml: " + Refusal.NO_CHECKSUM.text(),
            "_skjult_.zip: " + Refusal.NAME.text());
    assertThat(aarhus.gateway.deadLetters.letters.toString()).doesNotContain("670180");
    assertThat(aarhus.refused().toString()).doesNotContain("670180");

    aarhus.deliver("delta-6701809995.xml", Delta.of(1).xml());
    aarhus.run();
    assertThat(aarhus.events()).isEqualTo(1);
    assertThat(aarhus.file().name().shown()).isEqualTo("delta-_skjult_.xml");
  }

  @Test
  void what_is_still_on_its_way_is_not_looked_at() {
    aarhus.write("delta.xml.part", Delta.bytes("x"));
    aarhus.write("delta.xml.filepart", Delta.bytes("x"));
    aarhus.write(".delta.xml", Delta.bytes("x"));

    aarhus.run();

    assertThat(aarhus.refused()).isEmpty();
  }

  @Test
  void a_tenant_without_a_folder_has_no_files() throws IOException {
    Files.delete(aarhus.folder);

    assertThat(aarhus.run()).isZero();
  }

  @Test
  void latin_1_is_no_utf_8() {
    aarhus.deliver("delta.csv", (Delta.CSV_HEADER + "\n\u00e6").getBytes(ISO_8859_1));

    aarhus.run();

    assertThat(aarhus.refused()).extracting("reason").containsExactly(Refusal.ENCODING);
  }
}

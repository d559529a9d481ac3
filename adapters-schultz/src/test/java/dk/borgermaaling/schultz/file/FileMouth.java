package dk.borgermaaling.schultz.file;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Heard;
import dk.borgermaaling.gateway.testing.Mouth;
import dk.borgermaaling.schultz.FasitInbox;
import dk.borgermaaling.schultz.FasitWords;
import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.jpa.SqlFileBook;
import dk.borgermaaling.schultz.xml.FileRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A town's Fasit that writes a nightly delta file: XML one night, CSV the other. */
public final class FileMouth implements Mouth {
  private static final List<String> COLUMNS =
      List.of(
          "eventId",
          "entityId",
          "version",
          "changeType",
          "type",
          "occurredAt",
          "citizenId",
          "cprNumber",
          "caseStartDate",
          "caseEndDate",
          "targetGroup",
          "targetGroupStartDate",
          "interviewTypeIdentifier",
          "interviewForm",
          "responsibleActor",
          "toMunicipalityCode",
          "formerCprNumber");

  private final CoreFixture core;
  private final Heard heard;
  private final FasitInbox inbox;

  public FileMouth(CoreFixture core, Heard heard, FasitInbox inbox) {
    this.core = core;
    this.heard = heard;
    this.inbox = inbox;
  }

  @Override
  public EventSource source() {
    return EventSource.FASIT;
  }

  @Override
  public boolean isHandedOver(CaseEvent meant) {
    return FasitWords.isInTable(meant);
  }

  @Override
  public List<String> say(MunicipalityCode municipality, List<CaseEvent> meant) {
    Tenant tenant = FasitWords.tenant(municipality);
    boolean csv = meant.size() % 2 == 0;
    String content =
        csv ? csv(meant) : FasitWords.xml("delta", tenant.name(), FasitWords::id, meant);
    SqlFileBook book = new SqlFileBook(core.database.gateway());
    heard.forget();
    try {
      Path root = Files.createTempDirectory("fasit");
      Path folder = Files.createDirectory(root.resolve(tenant.name()));
      deliver(folder, "nat-" + UUID.randomUUID() + (csv ? ".csv" : ".xml"), content);
      new FileRun(
              new FileSettings(root, 10_000_000, Duration.ofDays(14)),
              book,
              new FileIntake(inbox, book, core.database.transactions()),
              new FileRows(),
              core.letters,
              Clock.systemUTC())
          .run(tenant);
      delete(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    FileBook.TakenFile taken = book.files(tenant, 1).get(0);
    List<String> answers = answers(meant);
    check(answers, taken, book, csv ? 2 : 1);
    return answers;
  }

  private List<String> answers(List<CaseEvent> meant) {
    Iterator<String> handedOver = heard.answers().iterator();
    List<String> answers = new ArrayList<>();
    meant.forEach(event -> answers.add(isHandedOver(event) ? handedOver.next() : "REJECTED"));
    return answers;
  }

  /** What the municipality is told of its file is what became of its rows. */
  private static void check(
      List<String> answers, FileBook.TakenFile taken, FileBook book, int firstRow) {
    Map<String, Long> counted =
        answers.stream().collect(Collectors.groupingBy(any -> any, Collectors.counting()));
    FileBook.Counts expected =
        new FileBook.Counts(
            counted.getOrDefault("STORED", 0L),
            counted.getOrDefault("DUPLICATE", 0L),
            counted.getOrDefault("REJECTED", 0L));
    List<Long> wrong = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).equals("REJECTED")) {
        wrong.add((long) i + firstRow);
      }
    }
    List<Long> told = new ArrayList<>();
    book.errors(taken, error -> told.add(error.row()));
    if (taken.finished() == null || !taken.counts().equals(expected) || !told.equals(wrong)) {
      throw new AssertionError(expected + " " + wrong + " was told as " + taken + " " + told);
    }
  }

  private static String csv(List<CaseEvent> meant) {
    StringBuilder csv = new StringBuilder(String.join(";", COLUMNS)).append('\n');
    for (CaseEvent event : meant) {
      Map<String, String> words = FasitWords.of(event, FasitWords::id);
      csv.append(
              COLUMNS.stream()
                  .map(column -> words.getOrDefault(column, ""))
                  .collect(Collectors.joining(";")))
          .append('\n');
    }
    return csv.toString();
  }

  private static void deliver(Path folder, String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve(name), bytes);
    String checksum = Checksum.of(new ByteArrayInputStream(bytes)).value();
    Files.writeString(folder.resolve(name + ".sha256"), checksum + "  " + name + "\n");
  }

  private static void delete(Path root) throws IOException {
    try (var below = Files.walk(root)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

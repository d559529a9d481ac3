package dk.borgermaaling.schultz.web;

import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.file.FileBook.RefusedEntry;
import dk.borgermaaling.schultz.file.FileBook.TakenFile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows.
 *
 * @param message what came of the form just posted; null when none was
 * @param open whether files can be uploaded
 */
public record FilesView(
    String formToken,
    boolean open,
    long largestMegabytes,
    @Nullable Message message,
    List<OfTenant> tenants) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(ZoneId.of("Europe/Copenhagen"));

  /** A line above the form. */
  public record Message(boolean failed, String title, String text) {}

  /** One tenant's part of the page. */
  public record OfTenant(
      String name, String municipality, List<FileRow> files, List<RefusedRow> refused) {
    static OfTenant of(Tenant tenant, List<TakenFile> files, List<RefusedEntry> refused) {
      return new OfTenant(
          tenant.name(),
          tenant.municipality().value(),
          files.stream().map(FileRow::of).toList(),
          refused.stream().map(RefusedRow::of).toList());
    }
  }

  /** A file that has been taken or is being taken. */
  public record FileRow(
      String name,
      String checksum,
      String begun,
      String state,
      String rows,
      String stored,
      String duplicate,
      String rejected,
      String repeats,
      @Nullable String errors) {
    static FileRow of(TakenFile file) {
      Instant finished = file.finished();
      return new FileRow(
          file.name().shown(),
          file.checksum().value(),
          TIME.format(file.begun()),
          finished == null
              ? "Indlæses: %d af %d".formatted(file.handedIn(), file.rows())
              : "Færdig " + TIME.format(finished),
          Long.toString(file.rows()),
          Long.toString(file.counts().stored()),
          Long.toString(file.counts().duplicate()),
          Long.toString(file.counts().rejected()),
          Integer.toString(file.repeats()),
          file.counts().rejected() == 0
              ? null
              : "%s/%s/%s/errors".formatted(FilesMenu.HREF, file.tenant(), file.id()));
    }
  }

  /** A file of which nothing is taken. */
  public record RefusedRow(String name, String since, String reason, String detail) {
    static RefusedRow of(RefusedEntry refused) {
      return new RefusedRow(
          refused.name(),
          TIME.format(refused.firstSeen()),
          FileWords.refusal(refused.reason()),
          refused.text());
    }
  }
}

package dk.borgermaaling.schultz.file;

import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.file.FileBook.RefusedEntry;
import dk.borgermaaling.schultz.file.FileBook.TakenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One look into a tenant's folder: goes on with what was begun, takes what has come, says of
 * everything else why it is not taken, and deletes what has lain long enough.
 */
public final class FileRun {
  /** How long a file may wait for its checksum before a person is told. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private static final String REASON = "file-refused";

  private final FileSettings settings;
  private final FileBook book;
  private final FileIntake intake;
  private final Rows.Opener opener;
  private final DeadLetters deadLetters;
  private final Clock clock;

  /**
   * @param clock real time
   */
  public FileRun(
      FileSettings settings,
      FileBook book,
      FileIntake intake,
      Rows.Opener opener,
      DeadLetters deadLetters,
      Clock clock) {
    this.settings = settings;
    this.book = book;
    this.intake = intake;
    this.opener = opener;
    this.deadLetters = deadLetters;
    this.clock = clock;
  }

  /**
   * Runs to its end or throws; another run goes on where this one was.
   *
   * @return how many events were stored, of the files that are finished now
   */
  public long run(Tenant tenant) throws IOException {
    DropFolder folder = new DropFolder(settings, tenant.name());
    long stored = 0;
    for (TakenFile file : book.unfinished(tenant)) {
      stored += goOn(tenant, folder, file);
    }
    clean(tenant, folder);
    Map<String, RefusedEntry> refused =
        book.refused(tenant).stream()
            .collect(Collectors.toMap(RefusedEntry::name, Function.identity()));
    Set<String> stillRefused = new HashSet<>();
    for (String name : folder.entries()) {
      RefusedEntry before = refused.get(FileName.shown(name));
      String stamp = folder.stamp(name);
      if (before != null && before.stamp().equals(stamp)) {
        stillRefused.add(before.name());
        refuse(tenant, before, before);
        continue;
      }
      try {
        stored += takeNew(tenant, folder, name);
      } catch (RefusedFile e) {
        clean(tenant, folder);
        RefusedEntry refusal = entry(name, stamp, e, before);
        stillRefused.add(refusal.name());
        refuse(tenant, refusal, before);
      }
    }
    refused.keySet().stream()
        .filter(name -> !stillRefused.contains(name))
        .forEach(name -> accept(tenant, name));
    Instant before = clock.instant().minus(settings.keepFor());
    folder.deleteOld(before);
    book.forgetErrors(tenant, before);
    return stored;
  }

  private void clean(Tenant tenant, DropFolder folder) throws IOException {
    folder.clean(book.unfinished(tenant).stream().map(TakenFile::checksum).toList());
  }

  /** A file whose copy is lost waits until its sender brings it again. */
  private long goOn(Tenant tenant, DropFolder folder, TakenFile file) throws IOException {
    Optional<Path> copy = folder.oldCopy(file.name(), file.checksum());
    if (copy.isEmpty() && file.handedIn() < file.rows()) {
      return 0;
    }
    return take(tenant, folder, file, copy);
  }

  private long takeNew(Tenant tenant, DropFolder folder, String entry) throws IOException {
    try {
      FileName name = new FileName(entry);
      Checksum told = folder.told(name);
      Path copy = folder.copy(name, told);
      Optional<TakenFile> known = book.find(tenant, name, told);
      if (known.isPresent() && known.get().finished() != null) {
        book.repeated(known.get());
        folder.removeDelivered(name, told);
        return 0;
      }
      if (known.isEmpty()) {
        long rows = count(tenant, name, copy);
        book.begin(tenant, name, told, Files.size(copy), rows, clock.instant());
      }
      TakenFile file = book.find(tenant, name, told).orElseThrow();
      return take(tenant, folder, file, Optional.of(copy));
    } catch (NoSuchFileException e) {
      throw new RefusedFile(Refusal.GROWING);
    }
  }

  /** Reads the file to its end before anything of it is taken. */
  private long count(Tenant tenant, FileName name, Path copy) throws IOException {
    long rows = 0;
    try (Rows read = opener.open(copy, name, tenant.name())) {
      while (read.next().isPresent()) {
        rows++;
      }
    }
    return rows;
  }

  private long take(Tenant tenant, DropFolder folder, TakenFile file, Optional<Path> copy)
      throws IOException {
    UUID reader = intake.take(tenant, file, copy, opener);
    TakenFile taken = book.byId(tenant, file.id()).orElseThrow();
    if (taken.counts().rejected() > 0) {
      folder.writeErrors(file.name(), file.checksum(), out -> ErrorsFile.write(book, taken, out));
    }
    folder.putAway(file.name(), file.checksum(), clock.instant());
    book.finish(file, reader, clock.instant());
    return taken.counts().stored();
  }

  private RefusedEntry entry(
      String name, String stamp, RefusedFile refusal, @Nullable RefusedEntry before) {
    RefusedEntry first =
        new RefusedEntry(
            FileName.shown(name), refusal.reason(), refusal.text(), stamp, clock.instant(), false);
    return before != null && before.reason() == first.reason() ? first.seenAs(before) : first;
  }

  /** A person is told once; of what may mend itself only when it has not for long. */
  private void refuse(Tenant tenant, RefusedEntry refused, @Nullable RefusedEntry before) {
    boolean wait =
        refused.reason().mayPass() && refused.firstSeen().plus(PATIENCE).isAfter(clock.instant());
    RefusedEntry now = refused;
    if (!wait && !refused.told()) {
      note(tenant, refused);
      now = refused.nowTold();
    }
    if (!now.equals(before)) {
      book.refuse(tenant, now);
    }
  }

  private void note(Tenant tenant, RefusedEntry refused) {
    deadLetters.note(
        new DeadLetter(
            EventSource.FASIT,
            tenant.municipality(),
            entity(tenant, refused.name()),
            REASON,
            refused.name() + ": " + refused.text()));
  }

  private void accept(Tenant tenant, String name) {
    book.accept(tenant, name);
    deadLetters.settle(EventSource.FASIT, tenant.municipality(), List.of(entity(tenant, name)));
  }

  private static String entity(Tenant tenant, String name) {
    return "file/" + tenant.name() + "/" + name;
  }
}

package dk.borgermaaling.schultz.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.testing.SettableClock;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import dk.borgermaaling.schultz.Aarhus;
import dk.borgermaaling.schultz.DatabaseGateway;
import dk.borgermaaling.schultz.Tenants;
import dk.borgermaaling.schultz.xml.FileRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Aarhus's drop folder, and a gateway that can be thrown away and built again on its database. */
final class FolderFixture {
  final DatabaseGateway gateway;
  final SettableRealClock clock = new SettableRealClock("2026-11-24T02:00:00Z");
  final Path root;
  final Path folder;

  FolderFixture(Path root) {
    this(root, gateway());
  }

  /** On a gateway that others have used; nothing of theirs is left when this returns. */
  FolderFixture(Path root, DatabaseGateway used) {
    gateway = used;
    gateway
        .database
        .owner()
        .useHandle(
            handle ->
                handle.execute("TRUNCATE intake.fasit_file, intake.fasit_file_refused CASCADE"));
    gateway.deadLetters.letters.clear();
    this.root = root;
    this.folder = root.resolve("aarhus");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DatabaseGateway gateway() {
    return new DatabaseGateway(SettableClock.at("2026-11-23T08:55"));
  }

  /** As a sender delivers: the file, then its checksum. */
  void deliver(String name, byte[] content) {
    write(name, content);
    write(name + ".sha256", (sha256(content) + "  " + name + "\n").getBytes(UTF_8));
  }

  void deliver(String name, String content) {
    deliver(name, content.getBytes(UTF_8));
  }

  void write(String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(byte[] content) {
    try {
      return Checksum.of(new ByteArrayInputStream(content)).value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A run of a node that has just started. */
  long run() {
    return run(gateway.intake, gateway.book);
  }

  long run(CaseEventIntake intake, FileBook book) {
    Tenants tenants = new Tenants(List.of(Aarhus.TENANT));
    FileRun run =
        new FileRun(
            new FileSettings(root, 100_000_000, Duration.ofDays(14)),
            book,
            new FileIntake(gateway.inbox(tenants, intake), book, gateway.database.transactions()),
            new FileRows(),
            gateway.deadLetters,
            clock);
    try {
      return run.run(Aarhus.TENANT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int events() {
    return gateway.database.count("intake.case_event");
  }

  List<FileBook.TakenFile> files() {
    return gateway.book.files(Aarhus.TENANT, 100);
  }

  FileBook.TakenFile file() {
    List<FileBook.TakenFile> files = files();
    if (files.size() != 1) {
      throw new AssertionError(files);
    }
    return files.get(0);
  }

  List<FileBook.RefusedEntry> refused() {
    return gateway.book.refused(Aarhus.TENANT);
  }

  /** What operators are shown of files. */
  List<String> letters() {
    return gateway.deadLetters.details("file-refused");
  }

  String errors(FileBook.TakenFile file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ErrorsFile.write(gateway.book, file, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(UTF_8);
  }

  List<String> names(String below) {
    Path listed = root.resolve(below);
    if (!Files.isDirectory(listed)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(listed)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

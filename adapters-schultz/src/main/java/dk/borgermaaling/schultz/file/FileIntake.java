package dk.borgermaaling.schultz.file;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.schultz.FasitInbox;
import dk.borgermaaling.schultz.FasitPush;
import dk.borgermaaling.schultz.FasitReceipt;
import dk.borgermaaling.schultz.FasitReceipt.Result;
import dk.borgermaaling.schultz.FasitRow;
import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.file.FileBook.Counts;
import dk.borgermaaling.schultz.file.FileBook.RowError;
import dk.borgermaaling.schultz.file.FileBook.Step;
import dk.borgermaaling.schultz.file.FileBook.TakenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands the rows of a file in, up to 500 in one transaction together with how far it has come: who
 * is killed goes on at the very next row.
 */
public final class FileIntake {
  /** As many as a push may have. */
  static final int BATCH = FasitPush.MOST;

  private final FasitInbox inbox;
  private final FileBook book;
  private final Transactions transactions;

  public FileIntake(FasitInbox inbox, FileBook book, Transactions transactions) {
    this.inbox = inbox;
    this.book = book;
    this.transactions = transactions;
  }

  /** Another reader has the file now, or this node is stopping. */
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Hands in what has not been handed in.
   *
   * @param copy absent only when everything has been
   * @return whose file it is now: for {@link FileBook#finish}
   * @throws Interrupted when it must not go on
   */
  UUID take(Tenant tenant, TakenFile file, Optional<Path> copy, Rows.Opener opener)
      throws IOException {
    UUID reader = UUID.randomUUID();
    long handedIn = book.claim(file, reader);
    if (handedIn >= file.rows()) {
      return reader;
    }
    try (Rows rows = opener.open(copy.orElseThrow(), file.name(), tenant.name())) {
      skip(rows, handedIn);
      List<FasitRow> batch = batch(rows);
      while (!batch.isEmpty()) {
        if (Thread.currentThread().isInterrupted()) {
          throw new Interrupted();
        }
        handIn(tenant, file, reader, handedIn, batch);
        handedIn += batch.size();
        batch = batch(rows);
      }
    }
    return reader;
  }

  private static void skip(Rows rows, long many) throws IOException {
    for (long i = 0; i < many; i++) {
      if (rows.next().isEmpty()) {
        throw new IllegalStateException("the file has fewer rows than have been handed in");
      }
    }
  }

  private static List<FasitRow> batch(Rows rows) throws IOException {
    List<FasitRow> batch = new ArrayList<>();
    while (batch.size() < BATCH) {
      Optional<FasitRow> next = rows.next();
      if (next.isEmpty()) {
        break;
      }
      batch.add(next.get());
    }
    return batch;
  }

  private void handIn(
      Tenant tenant, TakenFile file, UUID reader, long handedIn, List<FasitRow> batch) {
    transactions.runInOne(
        () -> {
          if (!book.advance(file, reader, handedIn, step(tenant, batch))) {
            throw new Interrupted();
          }
        });
  }

  private Step step(Tenant tenant, List<FasitRow> batch) {
    List<FasitReceipt> receipts = inbox.take(tenant, batch);
    List<RowError> errors = new ArrayList<>();
    Counts counts = new Counts(0, 0, 0);
    for (int i = 0; i < batch.size(); i++) {
      FasitReceipt receipt = receipts.get(i);
      counts = counts.plus(counted(receipt.result()));
      if (receipt.result() == Result.REJECTED) {
        errors.add(error(batch.get(i), receipt.problem()));
      }
    }
    return new Step(batch.size(), counts, errors);
  }

  private static Counts counted(Result result) {
    return switch (result) {
      case STORED -> new Counts(1, 0, 0);
      case DUPLICATE -> new Counts(0, 1, 0);
      case REJECTED -> new Counts(0, 0, 1);
    };
  }

  private static RowError error(FasitRow row, @Nullable Problem problem) {
    if (problem instanceof Problem.Malformed malformed) {
      return new RowError(
          row.number(),
          row.eventId(),
          problem.type().slug(),
          malformed.field(),
          malformed.expected());
    }
    return new RowError(
        row.number(),
        row.eventId(),
        problem == null ? "" : problem.type().slug(),
        "",
        problem == null ? "" : problem.publicDetail());
  }
}

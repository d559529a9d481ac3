package dk.borgermaaling.schultz.wiring;

import com.github.kagkarlsson.scheduler.task.Task;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.FeedRuns;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.schultz.FasitInbox;
import dk.borgermaaling.schultz.Tenants;
import dk.borgermaaling.schultz.file.FileBook;
import dk.borgermaaling.schultz.file.FileIntake;
import dk.borgermaaling.schultz.file.FileRun;
import dk.borgermaaling.schultz.file.FileSettings;
import dk.borgermaaling.schultz.file.Uploads;
import dk.borgermaaling.schultz.jpa.SqlFileBook;
import dk.borgermaaling.schultz.tasks.FolderPolling;
import dk.borgermaaling.schultz.tasks.FolderTasks;
import dk.borgermaaling.schultz.web.FilesPage;
import dk.borgermaaling.schultz.xml.FileRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Delta files as beans. Without a folder none is looked for and none can be uploaded. */
@ApplicationScoped
public class FilesWiring {
  @Produces
  @Singleton
  FileBook book(@GatewayDb Jdbi jdbi) {
    return new SqlFileBook(jdbi);
  }

  @Produces
  @Singleton
  Uploads uploads(
      @ConfigProperty(name = "gateway.schultz.drop-folder") Optional<String> folder,
      @ConfigProperty(name = "gateway.schultz.largest-file", defaultValue = "1073741824")
          long largestFile,
      @ConfigProperty(name = "gateway.schultz.done-file-days", defaultValue = "14") int days) {
    return new Uploads(
        folder.map(
            path ->
                new FileSettings(
                    Path.of(path).toAbsolutePath(), largestFile, Duration.ofDays(days))));
  }

  @Produces
  @Singleton
  FilesPage page(StaffPages pages) {
    return new FilesPage(pages);
  }

  @Produces
  @Singleton
  FolderPolling polling(
      Uploads uploads,
      FasitInbox inbox,
      FileBook book,
      DeadLetters deadLetters,
      Transactions transactions,
      Clock realClock,
      Tenants tenants,
      FeedRuns runs,
      @ConfigProperty(name = "gateway.schultz.poll-interval", defaultValue = "PT1M")
          Duration interval) {
    Optional<FolderPolling.Run> run =
        uploads
            .settings()
            .map(
                settings ->
                    new FileRun(
                            settings,
                            book,
                            new FileIntake(inbox, book, transactions),
                            new FileRows(),
                            deadLetters,
                            realClock)
                        ::run);
    return new FolderPolling(run, tenants, runs, interval);
  }

  @Produces
  @Singleton
  Task<Void> lookTask(FolderPolling polling, Clock realClock) {
    return FolderTasks.look(polling, realClock);
  }

  @Produces
  @Singleton
  Task<Void> foldersTask(FolderPolling polling, Clock realClock) {
    return FolderTasks.folders(polling, realClock);
  }
}

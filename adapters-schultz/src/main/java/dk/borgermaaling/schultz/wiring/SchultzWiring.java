package dk.borgermaaling.schultz.wiring;

import com.github.kagkarlsson.scheduler.task.Task;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.tables.ChangePreview;
import dk.borgermaaling.schultz.FasitInbox;
import dk.borgermaaling.schultz.FasitRedriver;
import dk.borgermaaling.schultz.FasitTargetGroups;
import dk.borgermaaling.schultz.Tenants;
import dk.borgermaaling.schultz.ToldGroups;
import dk.borgermaaling.schultz.jpa.SqlFasitTargetGroups;
import dk.borgermaaling.schultz.jpa.SqlToldGroups;
import dk.borgermaaling.schultz.tasks.ForgetToldGroups;
import dk.borgermaaling.schultz.xml.FasitXml;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The adapter as beans. Without a file of tenants nobody may send. */
@ApplicationScoped
public class SchultzWiring {
  /** After the migrations, before anything is received; a tenant's table is filled once. */
  void fillTargetGroups(
      @Observes @Priority(100) Startup event,
      FasitTargetGroups targetGroups,
      @ConfigProperty(name = "gateway.schultz.target-groups-file") Optional<String> file) {
    file.map(Path::of)
        .map(TargetGroupsFile::read)
        .ifPresent(rows -> rows.forEach(targetGroups::fill));
  }

  @Produces
  @Singleton
  Tenants tenants(@ConfigProperty(name = "gateway.schultz.tenants-file") Optional<String> file) {
    return new Tenants(file.map(Path::of).map(TenantsFile::read).orElse(List.of()));
  }

  @Produces
  @Singleton
  FasitTargetGroups targetGroups(@GatewayDb Jdbi jdbi) {
    return new SqlFasitTargetGroups(jdbi);
  }

  @Produces
  @Singleton
  ToldGroups toldGroups(@GatewayDb Jdbi jdbi) {
    return new SqlToldGroups(jdbi);
  }

  @Produces
  @Singleton
  Task<Void> forgetToldGroups(ToldGroups told, BusinessClock clock) {
    return ForgetToldGroups.task(told, clock, ChangePreview.BACK);
  }

  @Produces
  @Singleton
  FasitInbox inbox(
      Tenants tenants,
      FasitTargetGroups targetGroups,
      CaseEventIntake intake,
      ToldGroups told,
      DeadLetters deadLetters,
      FasitXml content,
      Transactions transactions) {
    return new FasitInbox(tenants, targetGroups, intake, told, deadLetters, content, transactions);
  }

  @Produces
  @Singleton
  FasitRedriver redriver(
      Tenants tenants,
      FasitTargetGroups targetGroups,
      CaseEventIntake intake,
      ToldGroups told,
      FasitXml content) {
    return new FasitRedriver(tenants, targetGroups, intake, told, content);
  }

  @Produces
  @Singleton
  FasitXml xml() {
    return new FasitXml();
  }
}

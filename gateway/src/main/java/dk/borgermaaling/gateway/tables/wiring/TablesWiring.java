package dk.borgermaaling.gateway.tables.wiring;

import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Causes;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.tables.ChangeDesk;
import dk.borgermaaling.gateway.tables.ChangeForecast;
import dk.borgermaaling.gateway.tables.ChangeNews;
import dk.borgermaaling.gateway.tables.ChangePreview;
import dk.borgermaaling.gateway.tables.ChangeSets;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.MappingChanged;
import dk.borgermaaling.gateway.tables.Tables;
import dk.borgermaaling.gateway.tables.jpa.SqlChangeSets;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every table, preview and listener that there is, whoever contributes it. */
@Dependent
public class TablesWiring {
  private static final Logger LOG = LoggerFactory.getLogger(TablesWiring.class);

  @Produces
  @Singleton
  Tables tables(@Any Instance<EditableTable> all) {
    return new Tables(all.stream().toList());
  }

  @Produces
  @Singleton
  ChangeSets changeSets(@GatewayDb Jdbi gateway) {
    return new SqlChangeSets(gateway);
  }

  @Produces
  @Singleton
  ChangeForecast forecast(@Any Instance<ChangePreview> all) {
    return new ChangeForecast(all.stream().toList());
  }

  @Produces
  @Singleton
  ChangeNews news(@Any Instance<MappingChanged> all) {
    return new ChangeNews(
        all.stream().toList(),
        (table, failure) ->
            LOG.warn(
                "the table {} was changed, and one that wanted to know failed: {}",
                table,
                Causes.trace(failure)));
  }

  @Produces
  @Singleton
  ChangeDesk desk(
      Tables tables,
      ChangeSets sets,
      ChangeForecast forecast,
      ChangeNews news,
      AuditLog audit,
      Transactions transactions,
      BusinessClock business,
      Clock clock,
      @ConfigProperty(name = "gateway.tables.proposal-lifetime", defaultValue = "P14D")
          Duration lifetime) {
    return new ChangeDesk(
        tables, sets, forecast, news, audit, transactions, business, clock, lifetime);
  }
}

package dk.borgermaaling.schultz.wiring;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.tables.ChangePreview;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.schultz.jpa.SqlToldGroups;
import dk.borgermaaling.schultz.jpa.SqlUnknownFasitGroups;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** The adapter's part of the console's pages of tables. */
@Dependent
public class EditingWiring {
  @Produces
  @Singleton
  EditableTable targetGroups(@GatewayDb Jdbi gateway) {
    return new FasitGroupTable(gateway);
  }

  @Produces
  @Singleton
  ChangePreview deadLetters(@GatewayDb Jdbi gateway) {
    return new FasitGroupPreview(new SqlUnknownFasitGroups(gateway));
  }

  @Produces
  @Singleton
  ChangePreview readings(@GatewayDb Jdbi gateway, BusinessClock clock) {
    return new FasitReadingPreview(new SqlToldGroups(gateway), clock);
  }
}

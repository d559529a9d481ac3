package dk.borgermaaling.gateway.caseevent.wiring;

import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedRuns;
import dk.borgermaaling.gateway.caseevent.FeedStates;
import dk.borgermaaling.gateway.caseevent.jpa.SqlFeedMemory;
import dk.borgermaaling.gateway.caseevent.jpa.SqlFeedRuns;
import dk.borgermaaling.gateway.caseevent.jpa.SqlFeedStates;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** What adapters need beside the way in: memory, and a place to tell how they do. */
@ApplicationScoped
public class FeedWiring {
  @Produces
  @Singleton
  FeedMemory feedMemory(@GatewayDb Jdbi jdbi) {
    return new SqlFeedMemory(jdbi);
  }

  @Produces
  @Singleton
  FeedStates feedStates(@GatewayDb Jdbi jdbi) {
    return new SqlFeedStates(jdbi);
  }

  @Produces
  @Singleton
  FeedRuns feedRuns(@GatewayDb Jdbi jdbi) {
    return new SqlFeedRuns(jdbi);
  }
}

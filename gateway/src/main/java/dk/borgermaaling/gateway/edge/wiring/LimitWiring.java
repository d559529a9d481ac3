package dk.borgermaaling.gateway.edge.wiring;

import dk.borgermaaling.gateway.edge.limit.CallLimits;
import dk.borgermaaling.gateway.edge.limit.LimitSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often other systems may call this node. */
@ApplicationScoped
public class LimitWiring {
  @Produces
  @Singleton
  CallLimits callLimits(
      @ConfigProperty(name = "gateway.limit.calls-per-second", defaultValue = "200")
          int callsPerSecond,
      @ConfigProperty(name = "gateway.limit.burst", defaultValue = "400") int burst,
      @ConfigProperty(name = "gateway.limit.at-once", defaultValue = "64") int atOnce,
      @ConfigProperty(name = "gateway.limit.refused-per-minute", defaultValue = "600")
          int refusedPerMinute) {
    return new CallLimits(
        new LimitSettings(callsPerSecond, burst, refusedPerMinute, atOnce), System::nanoTime);
  }
}

package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Steps that wait until somebody lets them go; no step ends by it. Expiry goes on as ever.
 *
 * @param cause {@code PERSON}, or the class of the failure that made the system stop
 * @param by user name; absent when the system did
 * @param at real time
 */
public record Pause(
    UUID id, Scope scope, String cause, String reason, @Nullable String by, Instant at) {
  /** Whose steps; null is all. */
  public record Scope(
      @Nullable MunicipalityCode municipality, @Nullable UUID round, @Nullable Channel channel) {}

  public boolean isBySystem() {
    return by == null;
  }
}

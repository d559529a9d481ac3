package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.UUID;

/** Id of a notification; leads with the municipality, as its row does. */
public record NotificationId(MunicipalityCode municipality, UUID value) {
  /** Reads what {@link #toString()} wrote: {@code 0461:<uuid>}. */
  public static NotificationId parse(String text) {
    int colon = text.indexOf(':');
    return new NotificationId(
        new MunicipalityCode(text.substring(0, colon)), UUID.fromString(text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return municipality + ":" + value;
  }
}

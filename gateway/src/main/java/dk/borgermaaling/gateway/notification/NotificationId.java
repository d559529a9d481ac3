package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.UUID;

/** Id of a notification; leads with the municipality, as its row does. */
public record NotificationId(MunicipalityCode municipality, UUID value) {
  /**
   * Reads what {@link #toString()} wrote, {@code 0461:<uuid>}; a further part after a colon is not
   * read.
   */
  public static NotificationId parse(String text) {
    String[] parts = text.split(":", -1);
    return new NotificationId(new MunicipalityCode(parts[0]), UUID.fromString(parts[1]));
  }

  @Override
  public String toString() {
    return municipality + ":" + value;
  }
}

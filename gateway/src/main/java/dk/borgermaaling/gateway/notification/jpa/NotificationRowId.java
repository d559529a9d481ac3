package dk.borgermaaling.gateway.notification.jpa;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The key of a {@link NotificationRow}; leads with the municipality. */
@NullUnmarked
public class NotificationRowId implements Serializable {
  private static final long serialVersionUID = 1L;
  private String municipalityCode;
  private UUID id;

  /** For JPA alone. */
  public NotificationRowId() {}

  NotificationRowId(String municipalityCode, UUID id) {
    this.municipalityCode = municipalityCode;
    this.id = id;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NotificationRowId that
        && Objects.equals(municipalityCode, that.municipalityCode)
        && Objects.equals(id, that.id);
  }

  @Override
  public int hashCode() {
    return Objects.hash(municipalityCode, id);
  }
}

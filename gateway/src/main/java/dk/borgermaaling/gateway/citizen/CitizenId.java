package dk.borgermaaling.gateway.citizen;

import java.util.UUID;

/**
 * Our own id of a citizen (or company) that events are about; random, and meaningless outside the
 * gateway.
 */
public record CitizenId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}

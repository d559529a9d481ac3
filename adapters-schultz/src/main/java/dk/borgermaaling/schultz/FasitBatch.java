package dk.borgermaaling.schultz;

import java.util.List;

/** What one request carries: the tenant that it says it is, and 1 to 500 events. */
public record FasitBatch(String tenant, List<FasitEvent> events) {
  public FasitBatch {
    events = List.copyOf(events);
  }
}

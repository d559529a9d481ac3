package dk.borgermaaling.schultz;

import java.util.List;

/** Events of a tenant that keep to the contract. */
public record FasitBatch(String tenant, List<FasitEvent> events) {
  public FasitBatch {
    events = List.copyOf(events);
  }
}

package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.caseevent.Redriver;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.List;
import java.util.Map;

/** Registers what a list told before the tables knew it. */
public final class ListRedriver implements Redriver {
  private final CaseEventIntake intake;
  private final FeedMemory memory;

  public ListRedriver(CaseEventIntake intake, FeedMemory memory) {
    this.intake = intake;
    this.memory = memory;
  }

  @Override
  public String format() {
    return KeptEvent.FORMAT;
  }

  @Override
  public EventReceipt drive(MunicipalityCode municipality, Told told) {
    KeptEvent kept = KeptEvent.parse(municipality, told);
    EventReceipt receipt = intake.register(List.of(kept.event())).get(0);
    if (!(receipt instanceof EventReceipt.Rejected)) {
      String entity = kept.event().entityId();
      Entry known = memory.recall(EventSource.LIST, municipality, List.of(entity)).get(entity);
      int before = known == null ? 0 : known.version();
      // A later list may have told the same, or something newer, in the meantime.
      if (kept.event().version() == before + 1) {
        memory.remember(
            EventSource.LIST,
            municipality,
            Map.of(entity, new Entry(kept.event().version(), kept.state())));
      }
    }
    return receipt;
  }
}

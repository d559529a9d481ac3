package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.Redriver;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.List;
import java.util.Map;

/** Registers what a list told before the tables knew it. */
public final class ListRedriver implements Redriver {
  private final CaseEventIntake intake;
  private final FeedMemory memory;
  private final KnownTargetGroups groups;
  private final CitizenVault vault;

  public ListRedriver(
      CaseEventIntake intake, FeedMemory memory, KnownTargetGroups groups, CitizenVault vault) {
    this.intake = intake;
    this.memory = memory;
    this.groups = groups;
    this.vault = vault;
  }

  @Override
  public String format() {
    return KeptEvent.FORMAT;
  }

  @Override
  public EventReceipt drive(MunicipalityCode municipality, Told told) {
    CaseEvent event = meant(KeptEvent.parse(municipality, told)).event();
    EventReceipt receipt = intake.register(List.of(event)).get(0);
    if (!(receipt instanceof EventReceipt.Rejected)) {
      String entity = event.entityId();
      Entry known = memory.recall(EventSource.LIST, municipality, List.of(entity)).get(entity);
      int before = known == null ? 0 : known.version();
      // A later list may have told the same, or something newer, in the meantime.
      if (event.version() == before + 1) {
        String state = Draft.state(vault.idOf(event.recipient()), event);
        memory.remember(
            EventSource.LIST, municipality, Map.of(entity, new Entry(event.version(), state)));
      }
    }
    return receipt;
  }

  /** A code that the list told without its system means what the tables of now leave. */
  private KeptEvent meant(KeptEvent kept) {
    TargetGroupCode group = kept.event().targetGroup();
    return group == null || !group.isUntold()
        ? kept
        : kept.in(groups.meant(group.code(), group.startDate(), kept.event().happening()));
  }
}

package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.Redriver;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.util.List;
import java.util.UUID;

/** Maps what was parked once more, by the tenant's table of now. */
public final class FasitRedriver implements Redriver {
  /** Of content that is no event by the contract of now. */
  private static final UUID NONE = new UUID(0, 0);

  private final Tenants tenants;
  private final FasitTargetGroups targetGroups;
  private final CaseEventIntake intake;
  private final ToldGroups toldGroups;
  private final FasitContent content;

  public FasitRedriver(
      Tenants tenants,
      FasitTargetGroups targetGroups,
      CaseEventIntake intake,
      ToldGroups toldGroups,
      FasitContent content) {
    this.tenants = tenants;
    this.targetGroups = targetGroups;
    this.intake = intake;
    this.toldGroups = toldGroups;
    this.content = content;
  }

  @Override
  public String format() {
    return FasitContent.FORMAT;
  }

  @Override
  public EventReceipt drive(MunicipalityCode municipality, DeadLetters.Told told) {
    UUID id = NONE;
    try {
      FasitBatch batch = content.read(told.content());
      FasitEvent event = batch.events().get(0);
      id = event.eventId();
      Tenant tenant =
          tenants
              .named(batch.tenant())
              .filter(known -> known.municipality().equals(municipality))
              .orElseThrow(Tenants::notAllowed);
      FasitMapping mapping = new FasitMapping(municipality, targetGroups.of(tenant.name()));
      CaseEvent translated = mapping.toCaseEvent(event);
      EventReceipt receipt = intake.register(List.of(translated)).get(0);
      if (receipt instanceof EventReceipt.Stored) {
        toldGroups.keep(tenant, ToldGroup.of(event, translated).stream().toList());
      }
      return receipt;
    } catch (ProblemException e) {
      return new EventReceipt.Rejected(id, e.problem());
    }
  }
}

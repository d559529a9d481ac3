package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.Redriver;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.util.List;

/** Maps what was parked once more, by the tenant's table of now. */
public final class FasitRedriver implements Redriver {
  private final Tenants tenants;
  private final FasitTargetGroups targetGroups;
  private final CaseEventIntake intake;
  private final FasitContent content;

  public FasitRedriver(
      Tenants tenants,
      FasitTargetGroups targetGroups,
      CaseEventIntake intake,
      FasitContent content) {
    this.tenants = tenants;
    this.targetGroups = targetGroups;
    this.intake = intake;
    this.content = content;
  }

  @Override
  public String format() {
    return FasitContent.FORMAT;
  }

  @Override
  public EventReceipt drive(MunicipalityCode municipality, DeadLetters.Told told) {
    FasitBatch batch = content.read(told.content());
    FasitEvent event = batch.events().get(0);
    try {
      Tenant tenant =
          tenants
              .named(batch.tenant())
              .filter(known -> known.municipality().equals(municipality))
              .orElseThrow(Tenants::notAllowed);
      FasitMapping mapping = new FasitMapping(municipality, targetGroups.of(tenant.name()));
      return intake.register(List.of(mapping.toCaseEvent(event))).get(0);
    } catch (ProblemException e) {
      return new EventReceipt.Rejected(event.eventId(), e.problem());
    }
  }
}

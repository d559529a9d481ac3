package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Takes in batches of events of senders that speak for themselves, whatever protocol they speak.
 */
public final class EventBatches {
  /** Most events in one batch, inclusive; the contracts say the same. */
  public static final int MOST = 500;

  private final CaseEventIntake intake;

  public EventBatches(CaseEventIntake intake) {
    this.intake = intake;
  }

  /**
   * Registers what can be registered, in one transaction; joins an open one. A batch that is sent
   * again changes nothing and is answered with duplicates.
   *
   * @param caller the municipality that the sender has proved to act for
   * @return a receipt for each, in the order of the batch
   * @throws ProblemException for the whole batch: {@code NOT_ALLOWED} when one event says that it
   *     is of another municipality, {@code TOO_LARGE} or {@code MALFORMED} for its size
   */
  public List<EventReceipt> register(MunicipalityCode caller, List<HandedIn> batch) {
    checkSize(batch);
    checkMunicipality(caller, batch);
    List<CaseEvent> accepted = new ArrayList<>();
    List<Optional<EventReceipt>> rejections = new ArrayList<>();
    for (HandedIn one : batch) {
      Optional<EventReceipt> rejection = rejection(one);
      rejections.add(rejection);
      if (rejection.isEmpty() && one instanceof HandedIn.Legible legible) {
        accepted.add(legible.event());
      }
    }
    Iterator<EventReceipt> registered =
        (accepted.isEmpty() ? List.<EventReceipt>of() : intake.register(accepted)).iterator();
    return rejections.stream().map(rejection -> rejection.orElseGet(registered::next)).toList();
  }

  private static void checkSize(List<HandedIn> batch) {
    if (batch.isEmpty()) {
      throw new ProblemException(new Problem.Malformed("batch", "at least one event"));
    }
    if (batch.size() > MOST) {
      throw new ProblemException(
          new Problem.Plain(
              ProblemType.TOO_LARGE, "A batch has at most " + MOST + " events; send several"));
    }
  }

  private static void checkMunicipality(MunicipalityCode caller, List<HandedIn> batch) {
    for (HandedIn one : batch) {
      MunicipalityCode told = one.municipality();
      if (told != null && !told.equals(caller)) {
        throw new ProblemException(
            new Problem.Plain(
                ProblemType.NOT_ALLOWED,
                "The batch holds an event of another municipality than the token's"));
      }
    }
  }

  private static Optional<EventReceipt> rejection(HandedIn one) {
    if (one instanceof HandedIn.Illegible illegible) {
      return Optional.of(new EventReceipt.Rejected(one.eventId(), illegible.problem()));
    }
    return ((HandedIn.Legible) one)
        .event()
        .source()
        .problemForSenders()
        .map(problem -> new EventReceipt.Rejected(one.eventId(), problem));
  }
}

package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions as they are stored. */
public interface DecisionBook {
  /**
   * The next citizens, in the order of their ids, of whom something was decided in a time span.
   *
   * @param from inclusive, business time
   * @param to exclusive, business time
   * @param after the last one that was given; absent to begin
   */
  List<CitizenId> citizens(Instant from, Instant to, @Nullable CitizenId after, int most);

  /** All decisions about these citizens, in the order in which they were made. */
  List<Stored> of(Collection<CitizenId> citizens);

  /** What rounds of a municipality have decided of these citizens; the event is the round. */
  List<Stored> inRounds(MunicipalityCode municipality, Collection<CitizenId> citizens);

  /** Of whom a municipality's case systems have told under this id. */
  List<CitizenId> citizensOf(MunicipalityCode municipality, String entityId);

  /**
   * One decision.
   *
   * @param reason absent when the citizen was invited
   * @param probability see {@link Decision}; absent when a rule stopped the citizen before the draw
   * @param decidedAt business time
   */
  record Stored(
      MunicipalityCode municipality,
      UUID eventId,
      @Nullable StopReason reason,
      @Nullable String surveyGroup,
      @Nullable Double probability,
      String ruleVersion,
      Map<String, String> facts,
      Instant decidedAt) {}
}

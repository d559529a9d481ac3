package dk.borgermaaling.gateway.citizen;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What is known of numbers, and which one of a person holds now. A change of a number holds in the
 * municipality that told of it and nowhere else. Joins the open transaction, which holds the
 * citizens' locks.
 */
public interface CitizenNumbers {
  /**
   * To this municipality these citizens are one person, and its messages go to the number of {@code
   * current}.
   */
  void isNow(MunicipalityCode municipality, Collection<CitizenId> numbers, CitizenId current);

  /** Everybody who is to this municipality the same person as this citizen, the citizen too. */
  Set<CitizenId> numbersOf(MunicipalityCode municipality, CitizenId citizen);

  /** What rules may know of recipients without knowing who they are, by the ids' own numbers. */
  Map<CitizenId, CitizenTraits> traitsOf(Collection<CitizenId> ids);
}

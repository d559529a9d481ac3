package dk.borgermaaling.gateway.citizen;

import java.util.Collection;
import java.util.Set;

/** Which number of a person holds now. Joins the open transaction, which holds their locks. */
public interface CitizenNumbers {
  /** These citizens are one person, and messages go to the number of {@code current}. */
  void isNow(Collection<CitizenId> numbers, CitizenId current);

  /** Everybody who is the same person as this citizen, the citizen too. */
  Set<CitizenId> numbersOf(CitizenId citizen);
}

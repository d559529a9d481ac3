package dk.borgermaaling.simulators;

import dk.borgermaaling.simulators.world.ResidentList;
import dk.borgermaaling.simulators.world.Residents;
import java.util.ArrayList;
import java.util.List;

/** What the process is made of. Parts are started in this order and closed in the opposite one. */
final class Parts {
  private Parts() {}

  static List<Part> of(Surroundings around) {
    List<Part> parts = new ArrayList<>();
    Residents residents = new ResidentList(List.of());
    parts.addAll(kombit(around, residents));
    parts.addAll(caseSystems(around, residents));
    return parts;
  }

  /** The common municipal infrastructure: STS, Serviceplatformen, Beskedfordeler, the mailbox. */
  private static List<Part> kombit(Surroundings around, Residents residents) {
    return List.of();
  }

  /** The case systems and the story that they tell. */
  private static List<Part> caseSystems(Surroundings around, Residents residents) {
    return List.of();
  }
}

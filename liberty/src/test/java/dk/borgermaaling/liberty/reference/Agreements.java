package dk.borgermaaling.liberty.reference;

import dk.borgermaaling.simulators.world.Town;
import java.time.LocalDate;
import java.util.Map;

/** The service agreements of the demonstration (serviceaftaler), as docs/selection.md has them. */
final class Agreements {
  private static final Map<Town, Agreement> BY_TOWN =
      Map.of(
          Town.ODENSE, new Agreement(LocalDate.of(2026, 1, 1), false),
          Town.TAARNBY, new Agreement(LocalDate.of(2026, 1, 1), false),
          Town.AARHUS, new Agreement(LocalDate.of(2026, 1, 1), true),
          Town.SILKEBORG, new Agreement(LocalDate.of(2026, 11, 24), true));

  private Agreements() {}

  /**
   * One agreement; none of them ends.
   *
   * @param across whether invitations of other municipalities count in quarantine
   */
  record Agreement(LocalDate from, boolean across) {}

  static boolean runs(Town town, LocalDate day) {
    return !day.isBefore(of(town).from());
  }

  static boolean across(Town town) {
    return of(town).across();
  }

  private static Agreement of(Town town) {
    Agreement agreement = BY_TOWN.get(town);
    if (agreement == null) {
      throw new IllegalArgumentException("no agreement with " + town);
    }
    return agreement;
  }
}

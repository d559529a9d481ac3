package dk.borgermaaling.liberty.reference;

import dk.borgermaaling.simulators.world.World;
import java.time.LocalDate;

/** The world that the launcher's simulators play. */
public final class Story {
  public static final long SEED = 2026;
  public static final int PEOPLE = 1500;
  public static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 23);

  private Story() {}

  public static World world() {
    return World.of(SEED, PEOPLE, FIRST_DAY);
  }
}

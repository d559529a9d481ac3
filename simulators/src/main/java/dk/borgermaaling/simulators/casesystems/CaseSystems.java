package dk.borgermaaling.simulators.casesystems;

import dk.borgermaaling.simulators.StoryClock;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.world.World;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Supplier;

/** The world of the settings, and how far its story shows. */
public final class CaseSystems {
  private CaseSystems() {}

  /**
   * The story starts on the Monday that the setting {@code story.first-day} names; without it on
   * the Danish day of the business anchor, or on the next Monday.
   */
  public static World world(Surroundings around) {
    var settings = around.settings();
    LocalDate anchored =
        LocalDate.ofInstant(settings.businessAnchor(), StoryClock.DENMARK)
            .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    String firstDay = settings.caseSystems().getOrDefault("story.first-day", anchored.toString());
    return World.of(settings.seed(), settings.people(), LocalDate.parse(firstDay));
  }

  /** Business time; when the story does not play by itself it stands still at its start. */
  public static Supplier<Instant> storyTime(Surroundings around) {
    return around.settings().story()
        ? around.clock()::now
        : () -> around.settings().businessAnchor();
  }
}

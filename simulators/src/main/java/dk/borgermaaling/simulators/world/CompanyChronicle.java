package dk.borgermaaling.simulators.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Companies that a case system reports as recipients before companies are surveyed. Only the
 * service platform's contract has a place for a CVR number. The first course ends on the day before
 * Silkeborg's agreement begins: that it had none is asked before who the recipient is.
 */
final class CompanyChronicle {
  private static final List<String> COMPANIES =
      List.of("99000101", "99000102", "99000103", "99000104");

  private CompanyChronicle() {}

  static void write(World world, List<StoryEvent> page) {
    int day = 0;
    for (String cvr : COMPANIES) {
      Instant occurredAt = afternoon(world, day);
      Instant toldAt = afternoon(world, Math.max(day++, Town.SILKEBORG.firstAgreedDay()));
      page.add(
          new StoryEvent(
              Dice.uuid(world.seed(), "event of company " + cvr),
              Town.SILKEBORG,
              Optional.empty(),
              cvr,
              Dice.uuid(world.seed(), "course of company " + cvr),
              1,
              false,
              occurredAt,
              toldAt.plus(Duration.ofMinutes(20)),
              StoryEvent.Kind.COURSE_ENDED,
              null,
              StoryEvent.Details.NONE));
    }
  }

  private static Instant afternoon(World world, int day) {
    return world.start().plusDays(day).atStartOfDay(World.DENMARK).plusHours(13).toInstant();
  }
}

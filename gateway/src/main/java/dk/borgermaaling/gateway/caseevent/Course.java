package dk.borgermaaling.gateway.caseevent;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The course (forløb) that an event belongs to, as far as the case system tells.
 *
 * @param startDate first day, inclusive, Danish civil date
 * @param organisationalUnit the municipality's unit in FK Organisation, never a person
 */
public record Course(
    @Nullable LocalDate startDate,
    @Nullable ResponsibleActor responsibleActor,
    @Nullable UUID organisationalUnit) {
  /** Nothing is known. */
  public static final Course UNKNOWN = new Course(null, null, null);

  /** Who holds the conversations of the course: kommune, a-kasse or anden aktør. */
  public enum ResponsibleActor {
    MUNICIPALITY,
    UNEMPLOYMENT_FUND,
    OTHER_ACTOR
  }
}

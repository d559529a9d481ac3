package dk.borgermaaling.liberty.model;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.liberty.model.Told.Kind;
import java.util.EnumSet;
import java.util.Set;

/**
 * What each source has words for. Who tells by contract can say everything; a list knows three
 * kinds of things and takes nothing back; Momentum is looked at and says nothing by itself.
 */
final class Speech {
  private static final Set<Kind> OF_LISTS = EnumSet.of(Kind.STARTED, Kind.HELD, Kind.COURSE_ENDED);
  private static final Set<Kind> OF_MOMENTUM =
      EnumSet.of(
          Kind.STARTED,
          Kind.CHANGED,
          Kind.HELD,
          Kind.CANCELLED,
          Kind.COURSE_ENDED,
          Kind.NEW_NUMBER);

  private Speech() {}

  /** This kind, or one that the source tells of in its place. */
  static Kind told(EventSource source, Kind kind) {
    if (source == EventSource.LIST) {
      return OF_LISTS.contains(kind) ? kind : Kind.HELD;
    }
    if (source == EventSource.MOMENTUM) {
      return OF_MOMENTUM.contains(kind) ? kind : Kind.STARTED;
    }
    return kind;
  }

  /** As much of it as the source can say. */
  static Told as(Told told) {
    if (told.source() != EventSource.LIST) {
      return told;
    }
    boolean starts = told.kind() == Kind.STARTED;
    return new Told(
        told.id(),
        told.source(),
        told.town(),
        told.entity(),
        told.version(),
        false,
        told.at(),
        told.citizen(),
        null,
        told.group(),
        starts ? told.day() : told.since(),
        starts ? null : told.courseStart(),
        starts ? null : told.actor(),
        told.kind() == Kind.CANCELLED ? Kind.HELD : told.kind(),
        told.type());
  }
}

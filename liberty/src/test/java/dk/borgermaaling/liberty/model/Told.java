package dk.borgermaaling.liberty.model;

import dk.borgermaaling.gateway.caseevent.EventSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells, in the words of the model.
 *
 * @param citizen CPR number
 * @param formerly the number before, when it has changed
 * @param group target group code of section 6, with {@code since}
 * @param actor KOMMUNE, AKASSE or null
 * @param type of a conversation, 0 otherwise
 */
record Told(
    UUID id,
    EventSource source,
    String town,
    String entity,
    int version,
    boolean withdrawn,
    Instant at,
    String citizen,
    @Nullable String formerly,
    @Nullable String group,
    @Nullable LocalDate since,
    @Nullable LocalDate courseStart,
    @Nullable String actor,
    Kind kind,
    int type) {
  static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

  enum Kind {
    STARTED,
    CHANGED,
    ENDED,
    HELD,
    CANCELLED,
    COURSE_ENDED,
    DIED,
    MOVED,
    CAME_HERE,
    EXEMPTED,
    PROTECTED,
    NEW_NUMBER
  }

  LocalDate day() {
    return LocalDate.ofInstant(at, DENMARK);
  }

  /**
   * Of what happened: those who tell of a group's first day alone say no other day of its start.
   */
  LocalDate date() {
    boolean begins = kind == Kind.STARTED || kind == Kind.CHANGED;
    boolean byFirstDay =
        source == EventSource.FASIT || source == EventSource.LIST || source == EventSource.MOMENTUM;
    return begins && byFirstDay && since != null ? since : day();
  }

  String entityKey() {
    return town + "/" + source + "/" + entity;
  }

  /** Another version of the same entity. */
  Told again(UUID newId, int newVersion, boolean takenBack, Kind newKind, int newType) {
    return new Told(
        newId,
        source,
        town,
        entity,
        newVersion,
        takenBack,
        at,
        citizen,
        newKind == Kind.NEW_NUMBER ? formerly : null,
        group,
        since,
        courseStart,
        actor,
        newKind,
        newType);
  }

  /** The same, said of somebody else. */
  Told of(String other) {
    return by(id, other);
  }

  /** The same, by the id that its way in has given it. */
  Told by(UUID newId, String who) {
    return new Told(
        newId,
        source,
        town,
        entity,
        version,
        withdrawn,
        at,
        who,
        formerly,
        group,
        since,
        courseStart,
        actor,
        kind,
        type);
  }
}

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

  String entityKey() {
    return town + "/" + source + "/" + entity;
  }

  /** Another version of the same entity. */
  Told again(int newVersion, boolean takenBack, Kind newKind, int newType) {
    return new Told(
        UUID.randomUUID(),
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
    return new Told(
        id,
        source,
        town,
        entity,
        version,
        withdrawn,
        at,
        other,
        formerly,
        group,
        since,
        courseStart,
        actor,
        kind,
        type);
  }
}

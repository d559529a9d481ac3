package dk.borgermaaling.liberty.model;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.liberty.model.Told.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lists must come to, by the words of docs/list-upload.md and docs/case-event-fields.md. */
final class Lists {
  /** The last that was taken of each thing. */
  private final Map<String, Told> known = new HashMap<>();

  /**
   * What a list tells.
   *
   * @param things that are new or told otherwise than before, in the order of rows
   * @param refused rows that contradict another
   * @param repeated things that another row of the list tells
   * @param duplicates things that an earlier list has told in the same way
   */
  record Reading(List<Said> things, int refused, int repeated, int duplicates) {}

  Reading read(List<Said> rows) {
    Set<String> contradicted = contradicted(rows);
    Set<String> seen = new HashSet<>();
    List<Said> things = new ArrayList<>();
    int refused = 0;
    int repeated = 0;
    int duplicates = 0;
    for (Said row : rows) {
      List<Told> told = things(row.told());
      if (told.stream().anyMatch(thing -> contradicted.contains(thing.entityKey()))) {
        refused++;
        continue;
      }
      for (Told thing : told) {
        Told before = known.get(thing.entityKey());
        if (!seen.add(thing.entityKey())) {
          repeated++;
        } else if (before != null && content(before).equals(content(thing))) {
          duplicates++;
        } else {
          things.add(new Said(row.history(), version(thing, before)));
        }
      }
    }
    return new Reading(things, refused, repeated, duplicates);
  }

  /** What was refused is as if it had never been told. */
  void taken(Told thing) {
    known.put(thing.entityKey(), thing);
  }

  private static Set<String> contradicted(List<Said> rows) {
    Map<String, String> says = new HashMap<>();
    Set<String> contradicted = new HashSet<>();
    for (Said row : rows) {
      for (Told thing : things(row.told())) {
        String first = says.putIfAbsent(thing.entityKey(), content(thing));
        if (first != null && !first.equals(content(thing))) {
          contradicted.add(thing.entityKey());
        }
      }
    }
    return contradicted;
  }

  /** A row with a group tells that it started, beside whatever else the row tells. */
  private static List<Told> things(Told row) {
    List<Told> things = new ArrayList<>();
    LocalDate since = row.since();
    if (row.group() != null && since != null) {
      boolean timed = row.kind() == Kind.STARTED;
      Instant at = timed ? row.at() : since.atStartOfDay(Told.DENMARK).toInstant();
      things.add(thing(row, "group", since, at, null, null, Kind.STARTED));
    }
    LocalDate first = row.courseStart();
    if (row.kind() == Kind.HELD) {
      things.add(thing(row, "conversation", row.day(), row.at(), first, row.actor(), Kind.HELD));
    } else if (row.kind() == Kind.COURSE_ENDED) {
      LocalDate key = first == null ? row.day() : first;
      things.add(thing(row, "course", key, row.at(), first, row.actor(), Kind.COURSE_ENDED));
    }
    return things;
  }

  private static Told thing(
      Told row,
      String name,
      LocalDate key,
      Instant at,
      @Nullable LocalDate courseStart,
      @Nullable String actor,
      Kind kind) {
    return new Told(
        row.id(),
        EventSource.LIST,
        row.town(),
        String.join("/", "list", name, row.entity(), key.toString()),
        1,
        false,
        at,
        row.citizen(),
        null,
        row.group(),
        row.since(),
        courseStart,
        actor,
        kind,
        kind == Kind.HELD ? row.type() : 0);
  }

  private static Told version(Told thing, @Nullable Told before) {
    int version = before == null ? 1 : before.version() + 1;
    return thing.again(thing.id(), version, false, thing.kind(), thing.type());
  }

  private static String content(Told thing) {
    Told plain = thing.again(new UUID(0, 0), 0, false, thing.kind(), thing.type());
    return plain.toString();
  }
}

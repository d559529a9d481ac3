package dk.borgermaaling.liberty.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one town knows of one person at some point, folded from what counts then. */
final class Known {
  @Nullable String group;
  @Nullable LocalDate since;
  @Nullable LocalDate groupEnded;
  @Nullable LocalDate courseStart;
  @Nullable String actor;
  @Nullable LocalDate talked;
  boolean over;
  boolean dead;
  boolean moved;
  @Nullable LocalDate movedOn;
  boolean exempt;
  boolean isProtected;

  /**
   * @param told in order, all that is known, of all towns
   */
  static Known of(String town, List<Stored> told) {
    Map<String, List<Stored>> byEntity = new HashMap<>();
    told.forEach(
        one -> byEntity.computeIfAbsent(one.told().entityKey(), any -> new ArrayList<>()).add(one));
    Known known = new Known();
    for (Stored one : told) {
      Told event = one.told();
      if (event.withdrawn() || isToldAnew(event, byEntity.get(event.entityKey()))) {
        continue;
      }
      if (event.kind() == Told.Kind.DIED) {
        known.dead = true;
      } else if (event.town().equals(town)) {
        known.learn(event);
      }
    }
    return known;
  }

  private static boolean isToldAnew(Told event, @Nullable List<Stored> versions) {
    return versions != null
        && versions.stream()
            .map(Stored::told)
            .filter(other -> other.version() > event.version())
            .anyMatch(
                other ->
                    other.withdrawn()
                        || sameKind(other.kind(), event.kind())
                        || (event.kind() == Told.Kind.HELD && other.kind() == Told.Kind.CANCELLED));
  }

  /** To move away and to come are one kind of happening. */
  private static boolean sameKind(Told.Kind one, Told.Kind other) {
    boolean moves = one == Told.Kind.MOVED || one == Told.Kind.CAME_HERE;
    boolean movesToo = other == Told.Kind.MOVED || other == Told.Kind.CAME_HERE;
    return one == other || (moves && movesToo);
  }

  private void learn(Told event) {
    LocalDate first = event.courseStart();
    boolean otherCourse = courseStart != null && first != null && !courseStart.equals(first);
    boolean begins = event.kind() == Told.Kind.STARTED || event.kind() == Told.Kind.CHANGED;
    if (otherCourse || (over && begins)) {
      over = false;
      if (first == null || talked == null || talked.isBefore(first)) {
        talked = null;
      }
    }
    if (event.group() != null) {
      group = event.group();
      since = event.since();
      groupEnded = null;
    }
    if (otherCourse) {
      actor = event.actor();
      courseStart = first;
    } else {
      courseStart = first == null ? courseStart : first;
      actor = event.actor() == null ? actor : event.actor();
    }
    switch (event.kind()) {
      case HELD -> {
        if (event.type() != 15 && event.type() != 20 && !"AKASSE".equals(actor)) {
          talked = event.day();
        }
      }
      case COURSE_ENDED -> over = true;
      case ENDED -> groupEnded = event.day();
      case MOVED -> {
        moved = true;
        movedOn = event.day();
      }
      case CAME_HERE -> moved = false;
      case EXEMPTED -> exempt = true;
      case PROTECTED -> isProtected = true;
      case STARTED -> {
        if (moved && movedOn != null && !event.date().isBefore(movedOn)) {
          moved = false;
        }
      }
      default -> {
        // Says nothing more of the course.
      }
    }
  }
}

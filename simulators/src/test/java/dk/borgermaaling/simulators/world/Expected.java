package dk.borgermaaling.simulators.world;

import dk.borgermaaling.simulators.world.StoryEvent.Actor;
import dk.borgermaaling.simulators.world.StoryEvent.Group;
import dk.borgermaaling.simulators.world.StoryEvent.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the agreed rules make of the story, computed without the gateway and only as exactly as the
 * story's own promises need it.
 */
final class Expected {
  private static final Map<String, Set<Integer>> TRIGGERS =
      Map.of(
          "dagpenge", Set.of(7, 19),
          "sygedagpenge", Set.of(4),
          "jobparate", Set.of(7),
          "aktivitetsparate", Set.of(7),
          "jobafklaring", Set.of(4, 7));

  /** Whose agreements say that invitations count in each other's quarantine. */
  private static final Set<Town> ACROSS = Set.of(Town.AARHUS, Town.SILKEBORG);

  /** Silkeborg alone agrees later than the others. */
  private static final LocalDate SILKEBORG_AGREED = WorldTest.MONDAY.plusDays(1);

  private final Duration away;
  private final Map<UUID, String> decisions = new LinkedHashMap<>();
  private final Map<UUID, StoryEvent> byId = new LinkedHashMap<>();
  private final List<StoryEvent> rejected = new ArrayList<>();
  private final Map<UUID, Integer> highestAtOnce = new HashMap<>();
  private final Map<String, Group> groups = new HashMap<>();
  private final Map<String, Actor> actors = new HashMap<>();
  private final Map<String, Set<UUID>> talked = new HashMap<>();
  private final Map<String, Set<String>> gone = new HashMap<>();
  private final Map<String, List<Invitation>> invitations = new HashMap<>();
  private final Map<String, List<Citizen>> invitedByCell = new HashMap<>();

  private record Invitation(Town town, UUID entity, Instant first, Instant close) {}

  Expected(Story story) {
    this(story, Duration.ZERO);
  }

  /**
   * @param away how long after the telling the gateway hears of everything
   */
  Expected(Story story, Duration away) {
    this.away = away;
    for (StoryEvent e : story.events()) {
      if (e.group() != null && e.group().code().equals(TargetGroups.UNKNOWN_CODE)) {
        rejected.add(e);
      } else if (byId.putIfAbsent(e.eventId(), e) == null) {
        story.events().stream()
            .filter(o -> o.entityId().equals(e.entityId()) && o.toldAt().equals(e.toldAt()))
            .forEach(o -> highestAtOnce.merge(e.eventId(), o.version(), Math::max));
      }
    }
    byId.values().forEach(e -> decisions.put(e.eventId(), decide(e)));
  }

  Map<UUID, String> decisions() {
    return decisions;
  }

  /** The events that lead to an invitation. */
  List<StoryEvent> invited() {
    return byId.values().stream()
        .filter(e -> "INVITED".equals(decisions.get(e.eventId())))
        .toList();
  }

  /** Whether the town that tells it is the one where the citizen lives. */
  static boolean isAtHome(StoryEvent e) {
    return e.citizen()
        .filter(c -> c.person().municipalityCode().equals(e.town().code()))
        .isPresent();
  }

  List<StoryEvent> rejected() {
    return rejected;
  }

  /** Invitations by town and survey group at the time of the trigger. */
  Map<String, List<Citizen>> invitedByCell() {
    return invitedByCell;
  }

  private String decide(StoryEvent e) {
    String known = knownThere(e);
    Optional<Group> group =
        Optional.ofNullable(e.group()).or(() -> Optional.ofNullable(groups.get(known)));
    if (e.details().responsibleActor() != null) {
      actors.put(known, e.details().responsibleActor());
    }
    String reason = reason(e, group);
    project(e);
    return reason;
  }

  /** What one town tells of a person says nothing of them in another. */
  private static String knownThere(StoryEvent e) {
    return e.recipient() + " in " + e.town();
  }

  private String reason(StoryEvent e, Optional<Group> group) {
    String surveyGroup = group.flatMap(g -> TargetGroups.surveyGroup(g.code())).orElse("");
    if (!triggers(e, surveyGroup)) {
      return "NOT_A_TRIGGER";
    }
    if (e.withdrawn() || highestAtOnce.getOrDefault(e.eventId(), 0) > e.version()) {
      return "WITHDRAWN";
    }
    if (e.occurredAt().isBefore(e.toldAt().minus(Duration.ofDays(30)))) {
      return "TOO_LATE";
    }
    if (e.town() == Town.SILKEBORG && e.date().isBefore(SILKEBORG_AGREED)) {
      return "NO_AGREEMENT";
    }
    if (e.citizen().isEmpty()) {
      return "RECIPIENT_IS_COMPANY";
    }
    Set<String> left = gone.getOrDefault(knownThere(e), Set.of());
    for (String reason : List.of("CITIZEN_DIED", "CITIZEN_MOVED", "CITIZEN_EXEMPTED")) {
      if (left.contains(reason)) {
        return reason;
      }
    }
    if (e.citizen().orElseThrow().isMinorOn(e.date())) {
      return "UNDER_18";
    }
    if (group.isEmpty()) {
      return "GROUP_UNKNOWN";
    }
    if (surveyGroup.isEmpty()) {
      return "GROUP_NOT_SURVEYED";
    }
    Actor actor = actors.get(knownThere(e));
    if (actor != null && actor != Actor.MUNICIPALITY) {
      return "NOT_HELD_BY_MUNICIPALITY";
    }
    if (talked.getOrDefault(knownThere(e), Set.of()).isEmpty() && !talksWithTheTown(e)) {
      return "NO_CONVERSATION";
    }
    if (ChronoUnit.DAYS.between(group.get().since(), e.date()) < 28) {
      return "TOO_SHORT_IN_GROUP";
    }
    List<Invitation> before = invitations.computeIfAbsent(e.recipient(), any -> new ArrayList<>());
    List<Invitation> counting =
        before.stream().filter(i -> i.town() == e.town() || bothAgree(i.town(), e.town())).toList();
    if (counting.stream().anyMatch(i -> i.close().isAfter(e.occurredAt()))) {
      return "OPEN_INVITATION";
    }
    if (!counting.isEmpty()) {
      return "QUARANTINE";
    }
    Instant first = firstMessage(e.occurredAt(), e.toldAt().plus(away));
    before.add(new Invitation(e.town(), e.entityId(), first, first.plus(Duration.ofDays(12))));
    invitedByCell
        .computeIfAbsent(e.town() + "/" + surveyGroup, any -> new ArrayList<>())
        .add(e.citizen().orElseThrow());
    return "INVITED";
  }

  private static boolean bothAgree(Town one, Town other) {
    return ACROSS.contains(one) && ACROSS.contains(other);
  }

  private boolean talksWithTheTown(StoryEvent e) {
    @Nullable Integer type = e.details().conversationType();
    Actor actor = actors.get(knownThere(e));
    return e.kind() == Kind.CONVERSATION_HELD
        && !e.withdrawn()
        && type != null
        && !TargetGroups.FUND_ALONE.contains(type)
        && (actor == null || actor == Actor.MUNICIPALITY);
  }

  private static boolean triggers(StoryEvent e, String surveyGroup) {
    if (e.kind() == Kind.COURSE_ENDED) {
      return true;
    }
    @Nullable Integer type = e.details().conversationType();
    return e.kind() == Kind.CONVERSATION_HELD
        && type != null
        && (surveyGroup.isEmpty() || TRIGGERS.getOrDefault(surveyGroup, Set.of()).contains(type));
  }

  private void project(StoryEvent e) {
    if (talksWithTheTown(e)) {
      talked.computeIfAbsent(knownThere(e), any -> new HashSet<>()).add(e.entityId());
    }
    switch (e.kind()) {
      case TARGET_GROUP_STARTED, TARGET_GROUP_CHANGED -> {
        if (e.group() != null) {
          groups.put(knownThere(e), e.group());
        }
      }
      case CITIZEN_DIED, CITIZEN_MOVED, CITIZEN_EXEMPTED ->
          gone.computeIfAbsent(knownThere(e), any -> new HashSet<>()).add(e.kind().name());
      case CONVERSATION_CANCELLED -> withdraw(e);
      case CONVERSATION_HELD -> {
        if (e.withdrawn()) {
          withdraw(e);
        }
      }
      case TARGET_GROUP_ENDED, COURSE_ENDED -> {}
    }
  }

  private void withdraw(StoryEvent e) {
    talked.getOrDefault(knownThere(e), new HashSet<>()).remove(e.entityId());
    invitations
        .getOrDefault(e.recipient(), new ArrayList<>())
        .removeIf(i -> i.entity().equals(e.entityId()));
  }

  /**
   * A day later, or when it was told if that is later still, then the next hour from 9 to 15 on a
   * weekday; the story has no holidays.
   */
  static Instant firstMessage(Instant occurredAt, Instant toldAt) {
    Instant wish = occurredAt.plus(Duration.ofDays(1));
    ZonedDateTime t = (wish.isBefore(toldAt) ? toldAt : wish).atZone(World.DENMARK);
    if (t.getHour() >= 15) {
      t = t.toLocalDate().plusDays(1).atTime(9, 0).atZone(World.DENMARK);
    } else if (t.getHour() < 9) {
      t = t.toLocalDate().atTime(9, 0).atZone(World.DENMARK);
    }
    while (t.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      LocalDate next = t.toLocalDate().plusDays(1);
      t = next.atTime(9, 0).atZone(World.DENMARK);
    }
    return t.toInstant();
  }
}

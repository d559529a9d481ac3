package dk.borgermaaling.liberty.reference;

import dk.borgermaaling.simulators.world.Citizen;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.StoryEvent.Kind;
import dk.borgermaaling.simulators.world.TargetGroups;
import dk.borgermaaling.simulators.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks the story once, event by event, and decides on each by the rules as they are written in the
 * documents.
 */
public final class Reference {
  static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
  private static final Duration LATEST = Duration.ofDays(30);
  private static final Duration QUARANTINE = Duration.ofDays(180);
  private static final int DAYS_IN_GROUP = 28;

  /** Stops that say nothing against the invitation that an earlier version led to. */
  private static final Set<String> ABOUT_ITS_INVITATION =
      Set.of("INVITED", "TOO_LATE", "OPEN_INVITATION", "QUARANTINE");

  private static final Set<Kind> GONE =
      Set.of(Kind.CITIZEN_DIED, Kind.CITIZEN_MOVED, Kind.CITIZEN_EXEMPTED);
  private static final Map<String, Set<Integer>> TRIGGERS =
      Map.of(
          "dagpenge", Set.of(7, 19),
          "sygedagpenge", Set.of(4),
          "jobparate", Set.of(7),
          "aktivitetsparate", Set.of(7),
          "jobafklaring", Set.of(4, 7));

  private final Set<String> rulesLeftOut;
  private final Set<UUID> superseded;
  private final Map<UUID, Decided> decisions = new LinkedHashMap<>();
  private final Map<String, Life> lives = new HashMap<>();
  private int refused;
  private int repeated;

  private Reference(Set<String> rulesLeftOut, Set<UUID> superseded) {
    this.rulesLeftOut = rulesLeftOut;
    this.superseded = superseded;
  }

  public static Reference of(World world) {
    return without(world, Set.of());
  }

  /**
   * With some stop rules left out: the counts must then differ, or the story does not show the
   * rule.
   */
  public static Reference without(World world, Set<String> rules) {
    Reference reference = new Reference(rules, superseded(world.story().events()));
    world.story().events().forEach(reference::tell);
    return reference;
  }

  /** One stored event and what was decided on it. */
  public record Decided(StoryEvent event, String outcome, String surveyGroup) {}

  /** One invitation; {@code withdrawn} before its first message left. */
  public static final class Invited {
    final StoryEvent because;
    final String surveyGroup;
    final Plan plan;
    boolean withdrawn;
    boolean reminderWithdrawn;

    Invited(StoryEvent because, String surveyGroup, Plan plan) {
      this.because = because;
      this.surveyGroup = surveyGroup;
      this.plan = plan;
    }

    public Citizen citizen() {
      return because.citizen().orElseThrow();
    }

    /** The event that led to it. */
    public UUID eventId() {
      return because.eventId();
    }

    /** When its first message leaves, business time. */
    public Instant firstAt() {
      return plan.first();
    }

    public String surveyGroup() {
      return surveyGroup;
    }

    public boolean withdrawn() {
      return withdrawn;
    }

    /**
     * Whether it was taken back and nothing had left: the first message's time had not come, or the
     * citizen is exempt from Digital Post.
     */
    boolean leftNoTrace() {
      return withdrawn || (reminderWithdrawn && !citizen().person().digitalPost());
    }

    /** Whether a reminder is due when the first message came through and nobody answered. */
    public boolean reminds() {
      return !withdrawn && !reminderWithdrawn;
    }
  }

  private static final class Life {
    StoryEvent.@Nullable Group group;
    @Nullable LocalDate courseStart;
    StoryEvent.@Nullable Actor actor;
    boolean dead;
    boolean moved;
    boolean exempt;
    final List<Invited> invitations = new ArrayList<>();
  }

  public List<Decided> decisions() {
    return List.copyOf(decisions.values());
  }

  /** Events that the gateway refuses, because no table knows their target group. */
  public int refused() {
    return refused;
  }

  /** Tellings of an event that was stored before. */
  public int repeated() {
    return repeated;
  }

  public List<Invited> invitations() {
    return lives.values().stream().flatMap(life -> life.invitations.stream()).toList();
  }

  /** Decisions by outcome, {@code INVITED} or the name of the rule that stopped it. */
  public Map<String, Long> outcomes() {
    Map<String, Long> counts = new HashMap<>();
    decisions.values().forEach(d -> counts.merge(d.outcome(), 1L, Long::sum));
    return counts;
  }

  private void tell(StoryEvent event) {
    if (decisions.containsKey(event.eventId())) {
      repeated++;
      return;
    }
    if (event.group() != null && event.group().code().equals(TargetGroups.UNKNOWN_CODE)) {
      refused++;
      return;
    }
    Life life = lives.computeIfAbsent(event.recipient(), any -> new Life());
    if (event.group() != null) {
      life.group = event.group();
    }
    learnCourse(event.details(), life);
    Decided decided = decide(event, life);
    decisions.put(event.eventId(), decided);
    live(event, life, takesBack(decided));
  }

  private Decided decide(StoryEvent event, Life life) {
    String group = surveyGroup(life).orElse("");
    Optional<String> stop = firstStop(event, life, group);
    if (stop.isPresent()) {
      return new Decided(event, stop.get(), group);
    }
    life.invitations.add(new Invited(event, group, Plan.after(event.occurredAt(), event.toldAt())));
    return new Decided(event, "INVITED", group);
  }

  private Optional<String> firstStop(StoryEvent event, Life life, String group) {
    Map<String, Predicate<StoryEvent>> rules = new LinkedHashMap<>();
    rules.put("NOT_A_TRIGGER", e -> !triggers(e, life, group));
    rules.put("WITHDRAWN", e -> e.withdrawn() || superseded.contains(e.eventId()));
    rules.put("TOO_LATE", e -> Duration.between(e.occurredAt(), e.toldAt()).compareTo(LATEST) > 0);
    rules.put("RECIPIENT_IS_COMPANY", e -> e.citizen().isEmpty());
    rules.put("CITIZEN_DEAD", e -> life.dead);
    rules.put("CITIZEN_MOVED", e -> life.moved);
    rules.put("CITIZEN_EXEMPT", e -> life.exempt);
    rules.put("UNDER_18", e -> e.citizen().filter(c -> c.isMinorOn(e.date())).isPresent());
    rules.put("GROUP_UNKNOWN", e -> life.group == null);
    rules.put("GROUP_NOT_SURVEYED", e -> group.isEmpty());
    rules.put(
        "NOT_HELD_BY_MUNICIPALITY",
        e -> life.actor != null && life.actor != StoryEvent.Actor.MUNICIPALITY);
    rules.put("TOO_SHORT_IN_GROUP", e -> daysInGroup(e, life) < DAYS_IN_GROUP);
    rules.put(
        "OPEN_INVITATION",
        e -> counting(life).anyMatch(i -> i.plan.close().isAfter(e.occurredAt())));
    rules.put(
        "QUARANTINE",
        e -> counting(life).anyMatch(i -> i.plan.first().plus(QUARANTINE).isAfter(e.occurredAt())));
    return rules.entrySet().stream()
        .filter(rule -> !rulesLeftOut.contains(rule.getKey()))
        .filter(rule -> rule.getValue().test(event))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Who is responsible stays so until told otherwise, or until a course of another first day. */
  private static void learnCourse(StoryEvent.Details told, Life life) {
    LocalDate start = told.courseStart();
    if (start != null && life.courseStart != null && !start.equals(life.courseStart)) {
      life.actor = null;
    }
    life.courseStart = start == null ? life.courseStart : start;
    life.actor = told.responsibleActor() == null ? life.actor : told.responsibleActor();
  }

  private static java.util.stream.Stream<Invited> counting(Life life) {
    return life.invitations.stream().filter(i -> !i.leftNoTrace());
  }

  private static long daysInGroup(StoryEvent event, Life life) {
    LocalDate since = life.group == null ? event.date() : life.group.since();
    return event.date().toEpochDay() - since.toEpochDay();
  }

  private static boolean triggers(StoryEvent event, Life life, String group) {
    if (event.kind() == Kind.COURSE_ENDED) {
      return true;
    }
    Integer type = event.details().conversationType();
    if (event.kind() != Kind.CONVERSATION_HELD || type == null) {
      return false;
    }
    return (life.group == null || group.isEmpty())
        ? TRIGGERS.values().stream().anyMatch(types -> types.contains(type))
        : TRIGGERS.getOrDefault(group, Set.of()).contains(type);
  }

  private static Optional<String> surveyGroup(Life life) {
    return Optional.ofNullable(life.group).flatMap(g -> TargetGroups.surveyGroup(g.code()));
  }

  /**
   * Whether the conversation is taken back, or corrected to one that would not have led to an
   * invitation. In the story no other invitation, and no lateness, hides why it would not.
   */
  private boolean takesBack(Decided decided) {
    StoryEvent event = decided.event();
    boolean corrected =
        event.kind() == Kind.CONVERSATION_HELD
            && event.version() > 1
            && !superseded.contains(event.eventId())
            && !ABOUT_ITS_INVITATION.contains(decided.outcome());
    return corrected || event.withdrawn() || event.kind() == Kind.CONVERSATION_CANCELLED;
  }

  /** What the event changes for those that come after it. */
  private static void live(StoryEvent event, Life life, boolean takenBack) {
    switch (event.kind()) {
      case CITIZEN_DIED -> life.dead = true;
      case CITIZEN_MOVED -> life.moved = true;
      case CITIZEN_EXEMPTED -> life.exempt = true;
      default -> {}
    }
    boolean gone = GONE.contains(event.kind());
    for (Invited invitation : life.invitations) {
      boolean concerned =
          gone || (takenBack && invitation.because.entityId().equals(event.entityId()));
      if (concerned && invitation.plan.close().isAfter(event.occurredAt())) {
        if (event.toldAt().isBefore(invitation.plan.first())) {
          invitation.withdrawn = true;
        } else {
          invitation.reminderWithdrawn = true;
        }
      }
    }
  }

  /**
   * Versions whose successor is told in the same breath: they are decided on when the successor is
   * known.
   */
  private static Set<UUID> superseded(List<StoryEvent> events) {
    Map<String, StoryEvent> latest = new HashMap<>();
    Set<UUID> superseded = new HashSet<>();
    for (StoryEvent event : events) {
      StoryEvent earlier = latest.put(event.entityId() + "@" + event.toldAt(), event);
      if (earlier != null && earlier.version() < event.version()) {
        superseded.add(earlier.eventId());
      }
    }
    return superseded;
  }
}

package dk.borgermaaling.liberty.reference;

import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.StoryEvent.Kind;
import dk.borgermaaling.simulators.world.TargetGroups;
import dk.borgermaaling.simulators.world.World;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Walks the story once, event by event, and decides on each by the rules as they are written in the
 * documents.
 */
public final class Reference {
  static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

  /** Stops that say nothing against the invitation that an earlier version led to. */
  private static final Set<String> ABOUT_ITS_INVITATION =
      Set.of("INVITED", "TOO_LATE", "OPEN_INVITATION", "QUARANTINE");

  private final Rules rules;
  private final Set<UUID> superseded;
  private final Map<UUID, Decided> decisions = new LinkedHashMap<>();
  private final Map<String, Life> lives = new HashMap<>();
  private int refused;
  private int repeated;

  private Reference(World world, Set<String> rulesLeftOut, Set<Rules.Misreading> misread) {
    List<StoryEvent> events = world.story().events();
    superseded = superseded(events);
    rules = new Rules(rulesLeftOut, misread, superseded);
    events.forEach(this::tell);
  }

  public static Reference of(World world) {
    return new Reference(world, Set.of(), Set.of());
  }

  /**
   * With some stop rules left out: the counts must then differ, or the story does not show the
   * rule.
   */
  public static Reference without(World world, Set<String> rules) {
    return new Reference(world, rules, Set.of());
  }

  /** With a rule misread; the counts must then differ. */
  static Reference misread(World world, Rules.Misreading how) {
    return new Reference(world, Set.of(), Set.of(how));
  }

  /** One stored event and what was decided on it. */
  public record Decided(StoryEvent event, String outcome) {}

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
    return lives.values().stream().flatMap(life -> life.invitations().stream()).toList();
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
    life.in(event.town()).learn(event);
    Decided decided = decide(event, life);
    decisions.put(event.eventId(), decided);
    life.goOn(event, takesBack(decided));
  }

  private Decided decide(StoryEvent event, Life life) {
    Optional<String> stop = rules.firstStop(event, life);
    if (stop.isPresent()) {
      return new Decided(event, stop.get());
    }
    String group = life.in(event.town()).surveyGroup().orElse("");
    life.invitations()
        .add(new Invited(event, group, Plan.after(event.occurredAt(), event.toldAt())));
    return new Decided(event, "INVITED");
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

package dk.borgermaaling.liberty.reference;

import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.TargetGroups;
import dk.borgermaaling.simulators.world.Town;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has been told of one person so far. A death and the invitations are the person's; everything
 * else is a town's own knowledge and says nothing in another.
 */
final class Life {
  private final Map<Town, InTown> towns = new EnumMap<>(Town.class);
  private final List<Invited> invitations = new ArrayList<>();
  private boolean dead;

  /** What one town has told of the person. */
  static final class InTown {
    private StoryEvent.@Nullable Group group;
    private @Nullable LocalDate courseStart;
    private StoryEvent.@Nullable Actor actor;
    private final Set<UUID> conversations = new HashSet<>();
    private boolean courseOver;
    private boolean moved;
    private boolean exempt;

    Optional<StoryEvent.Group> group() {
      return Optional.ofNullable(group);
    }

    /** Empty when it is not asked, or nothing tells the group. */
    Optional<String> surveyGroup() {
      return group().flatMap(g -> TargetGroups.surveyGroup(g.code()));
    }

    boolean isHeldByOthers() {
      return actor != null && actor != StoryEvent.Actor.MUNICIPALITY;
    }

    /** With the municipality itself, in this course. */
    boolean hasHadConversation() {
      return !conversations.isEmpty();
    }

    boolean moved() {
      return moved;
    }

    boolean exempt() {
      return exempt;
    }

    void learn(StoryEvent event) {
      group = event.group() == null ? group : event.group();
      learnCourse(event.details());
      switch (event.kind()) {
        case CONVERSATION_HELD -> learnConversation(event);
        case CONVERSATION_CANCELLED -> conversations.remove(event.entityId());
        case COURSE_ENDED -> courseOver = true;
        case TARGET_GROUP_STARTED, TARGET_GROUP_CHANGED -> {
          if (courseOver) {
            conversations.clear();
            courseOver = false;
          }
        }
        default -> {
          // Says nothing of conversations.
        }
      }
    }

    private void learnConversation(StoryEvent event) {
      if (event.withdrawn()) {
        conversations.remove(event.entityId());
      } else if (!isHeldByOthers() && !isHeldByTheFundAlone(event)) {
        conversations.add(event.entityId());
      }
    }

    private static boolean isHeldByTheFundAlone(StoryEvent event) {
      Integer type = event.details().conversationType();
      return type != null && TargetGroups.FUND_ALONE.contains(type);
    }

    /** Who is responsible stays so until told otherwise, or until a course of another first day. */
    private void learnCourse(StoryEvent.Details told) {
      LocalDate start = told.courseStart();
      if (start != null && courseStart != null && !start.equals(courseStart)) {
        actor = null;
        conversations.clear();
      }
      courseStart = start == null ? courseStart : start;
      actor = told.responsibleActor() == null ? actor : told.responsibleActor();
    }
  }

  InTown in(Town town) {
    return towns.computeIfAbsent(town, any -> new InTown());
  }

  boolean dead() {
    return dead;
  }

  List<Invited> invitations() {
    return invitations;
  }

  /** Those that stand in the way of another. */
  Stream<Invited> counting() {
    return invitations.stream().filter(i -> !i.leftNoTrace());
  }

  /** What the event changes for those that come after it. */
  void goOn(StoryEvent event, boolean takenBack) {
    InTown here = in(event.town());
    switch (event.kind()) {
      case CITIZEN_DIED -> {
        dead = true;
        takeBack(event, invitations.stream());
      }
      case CITIZEN_MOVED -> {
        here.moved = true;
        takeBack(event, invitations.stream().filter(i -> i.town() == event.town()));
      }
      case CITIZEN_EXEMPTED -> {
        here.exempt = true;
        takeBack(event, invitations.stream().filter(i -> i.town() == event.town()));
      }
      default -> {
        if (takenBack) {
          takeBack(event, invitations.stream().filter(i -> i.isAbout(event)));
        }
      }
    }
  }

  private static void takeBack(StoryEvent event, Stream<Invited> concerned) {
    concerned.filter(i -> i.isOpenAt(event.occurredAt())).forEach(i -> i.takeBack(event.toldAt()));
  }
}

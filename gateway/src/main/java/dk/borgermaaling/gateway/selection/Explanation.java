package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a decision was made of, as it is stored with it: enough to explain every reason, or to
 * decide again by other rules, and nothing that names the citizen. A birth date is not in it, nor
 * how many others have asked the citizen; what is as usual (an agreement, no pause) is left out.
 */
final class Explanation {
  /** Fact: whether the municipality had told that the citizen is not to be asked. */
  static final String OPTED_OUT = "optedOut";

  /** Fact: nothing but the opt-out speaks against asking the citizen; absent when more does. */
  static final String OTHERWISE_ASKED = "otherwiseAsked";

  private Explanation() {}

  static Map<String, String> of(SelectionCase facts) {
    Map<String, String> told = of(facts.candidate());
    told.put("happening", facts.event().happening().getClass().getSimpleName());
    told.put("date", facts.event().happening().date().toString());
    if (facts.event().happening() instanceof Happening.ConversationHeld held) {
      told.put("conversationType", Integer.toString(held.typeId()));
    }
    told.put("occurred", minute(facts.event().occurredAt()));
    told.put("received", minute(facts.event().receivedAt()));
    told.put("version", Integer.toString(facts.event().version()));
    told.put("superseded", Boolean.toString(facts.superseded()));
    return told;
  }

  static Map<String, String> of(Candidate facts) {
    Map<String, String> told = new TreeMap<>();
    ProjectedCourse course = facts.course();
    SelectionTerms terms = facts.terms();
    tell(told, "groupStart", facts.groupStart());
    tell(told, "targetGroup", course.group() == null ? null : course.group().code());
    tell(told, "responsibleActor", facts.responsibleActor());
    tell(told, "conversationOn", course.conversationOn());
    tell(told, "diedOn", course.diedOn());
    tell(told, "movedOn", course.movedOn());
    tell(told, "exemptedOn", course.exemptedOn());
    tell(told, "protectedOn", course.protectedOn());
    if (!facts.agreed()) {
      told.put("agreed", "false");
    }
    if (terms.paused()) {
      told.put("paused", "true");
    }
    told.put("mode", terms.mode().name());
    told.put("minimumWeeks", Integer.toString(terms.minimumWeeks()));
    told.put("quarantineWeeks", Integer.toString(terms.quarantineWeeks()));
    told.put("needsConversation", Boolean.toString(terms.needsConversation()));
    told.put("asksProtected", Boolean.toString(terms.asksProtected()));
    told.put(OPTED_OUT, Boolean.toString(facts.optedOut()));
    return told;
  }

  /** Danish time, to the minute. */
  private static String minute(Instant instant) {
    return instant
        .atZone(BusinessClock.DENMARK)
        .toLocalDateTime()
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  private static void tell(Map<String, String> told, String name, @Nullable Object fact) {
    if (fact != null) {
      told.put(name, fact.toString());
    }
  }
}

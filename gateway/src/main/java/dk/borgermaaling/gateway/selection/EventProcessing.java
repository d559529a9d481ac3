package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.CaseEventHandler;
import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.EventId;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenLock;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Instant;
import java.util.List;

/**
 * Processes the waiting events of a citizen in order, one citizen at a time: projects the course,
 * decides, and invites or takes back. All of it is one transaction, so that a crash leaves the
 * events waiting.
 */
public final class EventProcessing implements CaseEventHandler {
  private final Transactions transactions;
  private final CaseEventStore events;
  private final CitizenLock lock;
  private final CaseFacts facts;
  private final DecisionLog log;
  private final InvitationBook invitations;
  private final BusinessClock clock;

  public EventProcessing(
      Transactions transactions,
      CaseEventStore events,
      CitizenLock lock,
      CaseFacts facts,
      DecisionLog log,
      InvitationBook invitations,
      BusinessClock clock) {
    this.transactions = transactions;
    this.events = events;
    this.lock = lock;
    this.facts = facts;
    this.log = log;
    this.invitations = invitations;
    this.clock = clock;
  }

  @Override
  public void handle(EventId eventId) {
    transactions.runInOne(
        () -> {
          CitizenId citizen = events.citizenOf(eventId);
          lock.hold(citizen);
          List<StoredCaseEvent> all = events.ofCitizen(citizen);
          all.stream().filter(event -> !event.processed()).forEach(event -> process(event, all));
        });
  }

  private void process(StoredCaseEvent event, List<StoredCaseEvent> all) {
    Instant now = clock.now();
    ProjectedCourse course = CourseProjection.at(event, all);
    log.projected(event, course);
    SelectionCase known = facts.of(event, course, all);
    if (!known.superseded()) {
      takeBack(event);
    }
    Decision decision = SelectionRules.decide(known);
    log.decided(event, decision, now);
    String surveyGroup = decision.surveyGroup();
    if (decision.invites() && surveyGroup != null) {
      invitations.invite(event, surveyGroup);
    }
    events.markProcessed(event.municipality(), event.eventId(), now);
  }

  private void takeBack(StoredCaseEvent event) {
    Happening happening = event.happening();
    if (event.withdrawn() || happening instanceof Happening.ConversationCancelled) {
      invitations.withdrawMadeFrom(event);
    } else if (happening instanceof Happening.CitizenDied) {
      invitations.withdrawEverywhere(event);
    } else if (happening instanceof Happening.CitizenExempted
        || (happening instanceof Happening.CitizenMoved moved
            && !event.municipality().equals(moved.to()))) {
      invitations.withdrawInMunicipality(event);
    }
  }
}

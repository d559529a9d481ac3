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
 * Processes the waiting events of a citizen in order, one citizen at a time (and whomever a
 * correction names instead): projects the course, decides, and invites or takes back. All of it is
 * one transaction, so that a crash leaves the events waiting.
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
          List<CitizenId> concerned = events.sharingEntitiesWith(citizen);
          concerned.forEach(lock::hold);
          List<StoredCaseEvent> all = events.ofCitizen(citizen);
          EntityVersions versions =
              new EntityVersions(
                  concerned.stream().map(events::ofCitizen).flatMap(List::stream).toList());
          all.stream()
              .filter(event -> !event.processed())
              .forEach(event -> process(event, all, versions));
        });
  }

  private void process(StoredCaseEvent event, List<StoredCaseEvent> all, EntityVersions versions) {
    Instant now = clock.now();
    ProjectedCourse course = CourseProjection.at(event, all);
    log.projected(event, course);
    SelectionCase known = facts.of(event, course, versions.supersede(event));
    boolean keepsInvitation = false;
    if (!known.superseded()) {
      takeBack(event);
      if (versions.areCorrectedBy(event)) {
        keepsInvitation = confirmsOrTakesBack(event, all) && hasInvitation(event);
      }
    }
    Decision decision = SelectionRules.decide(known);
    if (keepsInvitation && !decision.invites()) {
      decision = decision.withFact(Decision.KEEPS_INVITATION, "true");
    }
    log.decided(event, decision, now);
    String surveyGroup = decision.surveyGroup();
    if (decision.invites() && surveyGroup != null) {
      invitations.invite(event, surveyGroup);
    }
    events.markProcessed(event.municipality(), event.eventId(), now);
  }

  /**
   * Takes back an invitation that the corrected version would not have led to, or not for this
   * citizen.
   *
   * @return whether the corrected version would have led to one
   */
  private boolean confirmsOrTakesBack(StoredCaseEvent event, List<StoredCaseEvent> all) {
    ProjectedCourse course = CourseProjection.asItHappened(event, all);
    boolean confirms = SelectionRules.confirms(facts.of(event, course, false));
    if (confirms) {
      invitations.withdrawMadeFromForOthers(event);
    } else {
      invitations.withdrawMadeFrom(event);
    }
    return confirms;
  }

  private boolean hasInvitation(StoredCaseEvent event) {
    return invitations.of(event.citizen()).stream()
        .anyMatch(invitation -> invitation.isMadeFrom(event));
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

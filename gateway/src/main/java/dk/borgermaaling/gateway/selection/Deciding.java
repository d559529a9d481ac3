package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.DecisionLog.Decided;
import dk.borgermaaling.gateway.selection.DecisionLog.Projected;
import dk.borgermaaling.gateway.selection.InvitationBook.Made;
import dk.borgermaaling.gateway.selection.People.Person;
import dk.borgermaaling.gateway.selection.TakenBack.Because;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides the waiting events of people, each person's in order. What it leads to is kept here until
 * {@link #write}, so that many people are written at once.
 */
final class Deciding {
  private final KnownFacts facts;
  private final EntityVersions versions;
  private final InvitationBook book;
  private final Instant now;
  private final List<Decided> decided = new ArrayList<>();
  private final Map<Place, Projected> courses = new LinkedHashMap<>();
  private final List<Made> made = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  /**
   * @param now of all these decisions, business time
   */
  Deciding(KnownFacts facts, EntityVersions versions, InvitationBook book, Instant now) {
    this.facts = facts;
    this.versions = versions;
    this.book = book;
    this.now = now;
  }

  void decide(StoredCaseEvent event) {
    Person person = facts.person(event);
    ProjectedCourse course = CourseProjection.at(event, person.events());
    courses.put(
        new Place(event.municipality(), event.citizen()),
        new Projected(event.municipality(), event.citizen(), course));
    SelectionCase known = facts.of(event, course, versions.supersede(event));
    boolean keepsInvitation = false;
    if (!known.superseded()) {
      takeBack(event, person);
      if (versions.areCorrectedBy(event)) {
        keepsInvitation = confirmsOrTakesBack(event, person) && hasInvitation(person, event);
      }
    }
    Decision decision = SelectionRules.decide(known);
    if (keepsInvitation && !decision.invites()) {
      decision = decision.withFact(Decision.KEEPS_INVITATION, "true");
    }
    if (SelectionRules.onlyTheOptOutStops(known)) {
      decision = decision.withFact(Explanation.OTHERWISE_ASKED, "true");
      leftOut.add(
          new LeftOut(
              event.municipality(),
              person.numbers(),
              SamplingMode.CONTINUOUS,
              book.planned(new Occasion.Happened(event), decision.surveyGroup()).plannedFirst()));
    }
    decided.add(new Decided(event, decision, now));
    String surveyGroup = decision.surveyGroup();
    if (decision.invites() && surveyGroup != null) {
      Occasion occasion = new Occasion.Happened(event);
      PastInvitation invitation = book.planned(occasion, surveyGroup);
      made.add(new Made(invitation, occasion, surveyGroup));
      facts.invited(invitation);
    }
  }

  /** Writes everything that was decided. */
  void write(DecisionLog log) {
    writeInvitations();
    log.decided(decided);
    log.projected(courses.values());
    facts.leftOut(leftOut);
  }

  /** Makes the invitations, and enters them in the quarantine. */
  void writeInvitations() {
    book.invite(made);
    made.clear();
  }

  List<Decided> decided() {
    return decided;
  }

  /**
   * Takes back an invitation that the corrected version would not have led to, or not for this
   * citizen.
   *
   * @return whether the corrected version would have led to one
   */
  private boolean confirmsOrTakesBack(StoredCaseEvent event, Person person) {
    ProjectedCourse course = CourseProjection.asItHappened(event, person.events());
    boolean confirms = SelectionRules.confirms(facts.withoutItsInvitation(event, course));
    takeBack(
        event,
        Because.CORRECTED,
        past -> past.isMadeFrom(event) && !(confirms && person.numbers().contains(past.citizen())));
    return confirms;
  }

  private boolean hasInvitation(Person person, StoredCaseEvent event) {
    return facts
        .invitations(past -> person.numbers().contains(past.citizen()))
        .anyMatch(past -> past.isMadeFrom(event));
  }

  private void takeBack(StoredCaseEvent event, Person person) {
    Happening happening = event.happening();
    if (event.withdrawn() || happening instanceof Happening.ConversationCancelled) {
      takeBack(
          event,
          event.withdrawn() ? Because.WITHDRAWN : Because.CANCELLED,
          past -> past.isMadeFrom(event));
    } else if (happening instanceof Happening.CitizenDied) {
      takeBack(event, Because.DIED, past -> facts.isOf(past, event.citizen()));
    } else if (happening instanceof Happening.CitizenExempted
        || (happening instanceof Happening.CitizenProtected hidden
            && !facts.asksProtected(event.municipality(), hidden.date()))
        || (happening instanceof Happening.CitizenMoved moved
            && !event.municipality().equals(moved.to()))) {
      takeBack(
          event,
          because(happening),
          past ->
              person.numbers().contains(past.citizen())
                  && past.municipality().equals(event.municipality()));
    }
  }

  private static Because because(Happening happening) {
    return happening instanceof Happening.CitizenMoved
        ? Because.MOVED
        : happening instanceof Happening.CitizenProtected ? Because.PROTECTED : Because.EXEMPTED;
  }

  /** What was closed when it happened stays as it is. */
  private void takeBack(
      StoredCaseEvent event, Because because, Predicate<PastInvitation> concerned) {
    Stream<PastInvitation> open = facts.invitations(past -> past.isOpenAt(event.occurredAt()));
    Collection<PastInvitation> which = open.filter(concerned).toList();
    if (which.isEmpty()) {
      return;
    }
    writeInvitations();
    book.takeBack(which, new TakenBack(because, now)).forEach(facts::withdrawn);
  }

  private record Place(MunicipalityCode municipality, CitizenId citizen) {}
}

package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenLock;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.selection.InvitationBook.Made;
import dk.borgermaaling.gateway.selection.People.Person;
import dk.borgermaaling.gateway.selection.RoundBook.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings rounds forward: freezes the population of the reference date, draws, and invites; each
 * step in transactions of some hundred citizens, so that a crash loses no more than the last.
 */
public final class Rounds {
  private static final int CITIZENS_AT_ONCE = 200;

  private final Transactions transactions;
  private final RoundBook book;
  private final CaseEventStore events;
  private final CitizenLock lock;
  private final CaseFacts facts;
  private final BusinessClock clock;
  private final Period wait;

  /**
   * @param wait from the reference date to the day on which the population is frozen, so that what
   *     is told late still counts
   */
  public Rounds(
      Transactions transactions,
      RoundBook book,
      CaseEventStore events,
      CitizenLock lock,
      CaseFacts facts,
      BusinessClock clock,
      Period wait) {
    this.transactions = transactions;
    this.book = book;
    this.events = events;
    this.lock = lock;
    this.facts = facts;
    this.clock = clock;
    this.wait = wait;
  }

  /** Brings every round that is due to its end. */
  public void advance() {
    LocalDate today = LocalDate.ofInstant(clock.now(), BusinessClock.DENMARK);
    for (Round round : transactions.inOne(() -> book.unfinished(today.minus(wait)))) {
      while (transactions.inOne(() -> step(round.id()))) {
        // The next step is another transaction.
      }
    }
  }

  /**
   * @return whether there is more to do
   */
  private boolean step(UUID id) {
    Round round = book.lock(id);
    return switch (round.state()) {
      case PLANNED, FREEZING -> freeze(round);
      case FROZEN -> invite(round);
      case DONE -> false;
    };
  }

  private boolean freeze(Round round) {
    Instant now = clock.now();
    List<CitizenId> some = book.citizens(round.municipality(), round.readUntil(), CITIZENS_AT_ONCE);
    if (some.isEmpty()) {
      draw(round, now);
      book.save(with(round, Round.State.FROZEN, round.readUntil()), now);
      return true;
    }
    People people = people(some);
    KnownFacts known = about(round, people, some);
    List<Member> members = new ArrayList<>();
    for (Person person : people.of(round.municipality(), some)) {
      Candidate candidate = known.inRound(round.municipality(), person, round.referenceDate(), now);
      if (isInCourse(candidate.course(), round.referenceDate())) {
        members.add(
            new Member(
                person.current(),
                candidate.surveyGroup(),
                SelectionRules.stopInRound(candidate).orElse(null),
                explained(candidate)));
      }
    }
    book.add(round, members, now);
    book.save(with(round, Round.State.FREEZING, some.get(some.size() - 1)), now);
    return true;
  }

  private static Map<String, String> explained(Candidate candidate) {
    Map<String, String> told = Explanation.of(candidate);
    if (SelectionRules.onlyTheOptOutStopsInRound(candidate)) {
      told.put(Explanation.OTHERWISE_ASKED, "true");
    }
    return told;
  }

  /** On that day, both ends of group and course inclusive. */
  private static boolean isInCourse(ProjectedCourse course, LocalDate day) {
    LocalDate groupEnded = course.groupEnded();
    LocalDate courseEnded = course.courseEndedOn();
    return course.group() != null
        && (groupEnded == null || !groupEnded.isBefore(day))
        && (courseEnded == null || !courseEnded.isBefore(day));
  }

  /** Exactly as many as the sampling asks for, by the order of their numbers in the draw. */
  private void draw(Round round, Instant now) {
    Map<String, List<CitizenId>> optedOut = new TreeMap<>(book.otherwiseEligible(round));
    List<CitizenId> wouldBeAsked = new ArrayList<>();
    for (Map.Entry<String, List<CitizenId>> stratum : book.eligible(round).entrySet()) {
      String group = stratum.getKey();
      List<CitizenId> eligible = stratum.getValue();
      Optional<Sampling> sampling =
          facts.terms().samplingOf(round.municipality(), group, round.referenceDate());
      int population = eligible.size();
      int asked =
          sampling
              .map(one -> Math.max(1, (int) Math.round(one.probability(population) * population)))
              .orElse(population);
      DrawPlan plan = new DrawPlan((double) asked / population, round.seed() + "/" + group);
      List<CitizenId> leftOut =
          eligible.stream().sorted(Comparator.comparingDouble(plan::number)).skip(asked).toList();
      book.draw(round, group, plan.probability(), leftOut);
      List<CitizenId> others = optedOut.getOrDefault(group, List.of());
      others.stream()
          .filter(citizen -> wouldBeDrawn(citizen, eligible, asked, plan))
          .forEach(wouldBeAsked::add);
      optedOut.remove(group);
    }
    optedOut.values().forEach(wouldBeAsked::addAll);
    leftOut(round, wouldBeAsked, now);
  }

  /** Whether as many as were asked, or more, come before the citizen in the draw. */
  private static boolean wouldBeDrawn(
      CitizenId citizen, List<CitizenId> eligible, int asked, DrawPlan plan) {
    double number = plan.number(citizen);
    return asked == eligible.size()
        || eligible.stream().filter(other -> plan.number(other) < number).count() < asked;
  }

  private void leftOut(Round round, List<CitizenId> citizens, Instant now) {
    if (citizens.isEmpty()) {
      return;
    }
    People people = people(citizens);
    facts
        .optOuts()
        .leftOut(
            citizens.stream()
                .map(citizen -> leftOut(round, people.of(round.municipality(), citizen), now))
                .toList());
  }

  private LeftOut leftOut(Round round, Person person, Instant now) {
    Occasion occasion = new Occasion.Drawn(round.id(), round.municipality(), person.current(), now);
    return new LeftOut(
        round.municipality(),
        person.numbers(),
        SamplingMode.ROUND,
        facts.invitations().planned(occasion, null).plannedFirst());
  }

  private boolean invite(Round round) {
    Instant now = clock.now();
    List<Member> some = book.toInvite(round, CITIZENS_AT_ONCE);
    if (some.isEmpty()) {
      book.save(with(round, Round.State.DONE, round.readUntil()), now);
      return false;
    }
    List<CitizenId> citizens = some.stream().map(Member::citizen).toList();
    lock.hold(events.concernedBy(citizens));
    People people = people(citizens);
    KnownFacts known = about(round, people, citizens);
    List<Made> made = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Member member : some) {
      Person person = people.of(round.municipality(), member.citizen());
      Candidate candidate = known.inRound(round.municipality(), person, round.referenceDate(), now);
      StopReason since = SelectionRules.stopInRound(candidate).orElse(null);
      String group = member.surveyGroup();
      if (since == null && group != null) {
        Occasion occasion =
            new Occasion.Drawn(round.id(), round.municipality(), member.citizen(), now);
        PastInvitation invitation = facts.invitations().planned(occasion, group);
        made.add(new Made(invitation, occasion, group));
        // Two members may have become one person since the freeze.
        known.invited(invitation);
      }
      if (SelectionRules.onlyTheOptOutStopsInRound(candidate)) {
        leftOut.add(leftOut(round, person, now));
      }
      book.settled(round, member.citizen(), since);
    }
    known.leftOut(leftOut);
    facts.invitations().invite(made);
    return true;
  }

  private People people(Collection<CitizenId> citizens) {
    List<CitizenId> concerned = events.concernedBy(citizens);
    List<StoredCaseEvent> all = events.ofCitizens(concerned);
    return new People(concerned, all, new EntityVersions(all));
  }

  private KnownFacts about(Round round, People people, Collection<CitizenId> citizens) {
    List<CitizenId> numbers =
        people.of(round.municipality(), citizens).stream()
            .flatMap(person -> person.numbers().stream())
            .toList();
    return facts.about(people, numbers, round.municipality());
  }

  private static Round with(Round round, Round.State state, @Nullable CitizenId readUntil) {
    return new Round(
        round.municipality(), round.id(), round.referenceDate(), state, round.seed(), readUntil);
  }
}

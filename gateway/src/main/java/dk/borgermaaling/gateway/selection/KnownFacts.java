package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenTraits;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.selection.People.Person;
import dk.borgermaaling.gateway.selection.QuarantineRegister.Scope;
import dk.borgermaaling.gateway.survey.SurveyGroups.Mapping;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was read of some people, kept up while something is decided of them. */
final class KnownFacts {
  private final CaseFacts tables;
  private final People people;
  private final Map<CitizenId, CitizenTraits> traits;
  private final Map<CitizenId, Set<MunicipalityCode>> optOuts;
  private final List<PastInvitation> invitations;
  private final Map<Scope, Set<LocalDate>> weeksAsked = new HashMap<>();
  private final Map<Stratum, DrawPlan> draws = new HashMap<>();

  KnownFacts(
      CaseFacts tables,
      People people,
      Map<CitizenId, CitizenTraits> traits,
      Map<CitizenId, Set<MunicipalityCode>> optOuts,
      List<PastInvitation> invitations,
      Map<Scope, Set<LocalDate>> weeksAsked) {
    this.tables = tables;
    this.people = people;
    this.traits = traits;
    this.optOuts = optOuts;
    this.invitations = invitations;
    weeksAsked.forEach((scope, weeks) -> this.weeksAsked.put(scope, new TreeSet<>(weeks)));
  }

  /** The citizen is invited: from now on that stands in the way of another invitation. */
  void invited(PastInvitation invitation) {
    invitations.add(invitation);
    tables
        .quarantine()
        .entriesOf(invitation)
        .forEach(
            entry ->
                weeksAsked
                    .computeIfAbsent(entry.scope(), any -> new TreeSet<>())
                    .add(entry.week()));
  }

  /** Nothing of it had left: it stands in nobody's way any more. */
  void withdrawn(PastInvitation invitation) {
    invitations.remove(invitation);
    tables
        .quarantine()
        .entriesOf(invitation)
        .forEach(
            entry -> weeksAsked.getOrDefault(entry.scope(), new TreeSet<>()).remove(entry.week()));
  }

  /** Whom nothing but the opt-out kept from being asked. */
  void leftOut(Collection<LeftOut> citizens) {
    if (!citizens.isEmpty()) {
      tables.optOuts().leftOut(citizens);
    }
  }

  Stream<PastInvitation> invitations(Predicate<PastInvitation> which) {
    return invitations.stream().filter(which);
  }

  /** Whom the event is about, as its municipality knows the person. */
  Person person(StoredCaseEvent event) {
    return people.of(event.municipality(), event.citizen());
  }

  /** Whether it went to this citizen, as the municipality that invited knows the person. */
  boolean isOf(PastInvitation invitation, CitizenId citizen) {
    return people.of(invitation.municipality(), invitation.citizen()).numbers().contains(citizen);
  }

  /** Whether the municipality asks citizens whose name and address are protected. */
  boolean asksProtected(MunicipalityCode municipality, LocalDate day) {
    return tables.terms().of(municipality, day).asksProtected();
  }

  /** The facts of an event. */
  SelectionCase of(StoredCaseEvent event, ProjectedCourse course, boolean superseded) {
    return of(event, course, superseded, any -> true);
  }

  /** The facts of a correction, had the versions before it not led to an invitation. */
  SelectionCase withoutItsInvitation(StoredCaseEvent event, ProjectedCourse course) {
    return of(event, course, false, invitation -> !invitation.isMadeFrom(event));
  }

  private SelectionCase of(
      StoredCaseEvent event,
      ProjectedCourse course,
      boolean superseded,
      Predicate<PastInvitation> counting) {
    Happening happening = event.happening();
    TargetGroupCode code = groupOf(event, course);
    Mapping mapping = map(code, happening);
    ResponsibleActor told = event.course().responsibleActor();
    Candidate candidate =
        candidate(
            event.municipality(),
            person(event),
            new Moment(event.occurredAt(), happening.date(), event.receivedAt()),
            course,
            mapping,
            code,
            told == null ? course.course().responsibleActor() : told,
            counting,
            true);
    String surveyGroup = candidate.surveyGroup();
    return new SelectionCase(
        event,
        superseded,
        triggersSome(happening),
        surveyGroup != null && triggersGroup(happening, surveyGroup),
        candidate);
  }

  /** The facts of a citizen on the reference date of a round. */
  Candidate inRound(
      MunicipalityCode municipality, Person person, LocalDate referenceDate, Instant now) {
    Instant end = referenceDate.plusDays(1).atStartOfDay(BusinessClock.DENMARK).toInstant();
    ProjectedCourse course = CourseProjection.before(end, municipality, person.events());
    TargetGroupCode code = course.group();
    return candidate(
        municipality,
        person,
        new Moment(now, referenceDate, now),
        course,
        code == null ? new Mapping.Unknown() : tables.groups().map(code, referenceDate),
        code,
        course.course().responsibleActor(),
        any -> true,
        false);
  }

  private Candidate candidate(
      MunicipalityCode municipality,
      Person person,
      Moment moment,
      ProjectedCourse course,
      Mapping mapping,
      @Nullable TargetGroupCode code,
      @Nullable ResponsibleActor actor,
      Predicate<PastInvitation> counting,
      boolean drawsByMonth) {
    String surveyGroup =
        mapping instanceof Mapping.Surveyed surveyed ? surveyed.group().id() : null;
    DrawPlan draw =
        surveyGroup == null || !drawsByMonth
            ? DrawPlan.EVERYBODY
            : draws.computeIfAbsent(
                new Stratum(municipality, surveyGroup, moment.day()),
                stratum ->
                    tables
                        .draws()
                        .of(stratum.municipality(), stratum.surveyGroup(), stratum.day()));
    boolean across = countsOthers(municipality, moment);
    return new Candidate(
        moment.at(),
        moment.day(),
        agreement(municipality, moment.day(), Municipality::participates),
        tables.terms().of(municipality, moment.day()),
        traitsOf(person),
        course,
        person.numbers().stream()
            .anyMatch(number -> optOuts.getOrDefault(number, Set.of()).contains(municipality)),
        !(mapping instanceof Mapping.Unknown),
        surveyGroup,
        code == null ? null : code.startDate(),
        actor,
        invitations.stream()
            .filter(past -> person.numbers().contains(past.citizen()))
            .filter(past -> counts(past, municipality, across))
            .filter(counting)
            .toList(),
        weeks(municipality, person, across, counting),
        tables.replacementNumbersAllowed(),
        draw,
        draw.draws(person.numbers().iterator().next()));
  }

  /**
   * Whether other municipalities' invitations count: where the agreement instructs it on the day
   * the event came, because it tells what to do from now on.
   */
  private boolean countsOthers(MunicipalityCode municipality, Moment moment) {
    LocalDate came = LocalDate.ofInstant(moment.cameAt(), BusinessClock.DENMARK);
    return tables.quarantine().countsElsewhere(municipality, came);
  }

  /** The municipality's own count, and others' where both agreements instruct it. */
  private boolean counts(PastInvitation past, MunicipalityCode municipality, boolean across) {
    return past.municipality().equals(municipality)
        || (across
            && tables
                .quarantine()
                .countsElsewhere(past.municipality(), Quarantine.dayOf(past.plannedFirst())));
  }

  /** The weeks that count: the municipality's own, and others' where both agreements say so. */
  private List<LocalDate> weeks(
      MunicipalityCode municipality,
      Person person,
      boolean across,
      Predicate<PastInvitation> counting) {
    List<LocalDate> weeks = new ArrayList<>();
    for (CitizenId number : person.numbers()) {
      weeks.addAll(weeksAsked.getOrDefault(new Scope(number, municipality), Set.of()));
      if (across) {
        weeks.addAll(weeksAsked.getOrDefault(new Scope(number, null), Set.of()));
      }
    }
    invitations(past -> person.numbers().contains(past.citizen()))
        .filter(counting.negate())
        .forEach(own -> weeks.removeIf(Quarantine.weekOf(own.plannedFirst())::equals));
    return List.copyOf(weeks);
  }

  private CitizenTraits traitsOf(Person person) {
    CitizenTraits known = traits.get(person.current());
    if (known == null) {
      throw new IllegalStateException("the vault told nothing of " + person.current());
    }
    return known;
  }

  private boolean agreement(
      MunicipalityCode municipality, LocalDate day, Predicate<Municipality> says) {
    return tables.municipalities().byCode(municipality, day).filter(says).isPresent();
  }

  private Mapping map(@Nullable TargetGroupCode code, Happening happening) {
    if (code == null) {
      return new Mapping.Unknown();
    }
    return happening.leavesGroup()
        ? tables.groups().mapLast(code, happening.date())
        : tables.groups().map(code, happening.date());
  }

  /**
   * The group that the event carries, else the one of the course; a group that ended earlier tells
   * nothing of a conversation, but it is the one whose course ends.
   */
  private static @Nullable TargetGroupCode groupOf(StoredCaseEvent event, ProjectedCourse course) {
    if (event.targetGroup() != null) {
      return event.targetGroup();
    }
    LocalDate ended = course.groupEnded();
    boolean over =
        ended != null
            && ended.isBefore(event.happening().date())
            && !(event.happening() instanceof Happening.CourseEnded);
    return over ? null : course.group();
  }

  private boolean triggersSome(Happening happening) {
    return happening instanceof Happening.CourseEnded
        || (happening instanceof Happening.ConversationHeld held
            && tables.triggers().triggersSome(held.typeId(), held.date()));
  }

  private boolean triggersGroup(Happening happening, String surveyGroup) {
    return happening instanceof Happening.CourseEnded
        || (happening instanceof Happening.ConversationHeld held
            && tables.triggers().triggers(held.typeId(), surveyGroup, held.date()));
  }

  /**
   * When something is decided.
   *
   * @param at when it happened, or now for a round; business time
   * @param cameAt when it came; business time
   */
  private record Moment(Instant at, LocalDate day, Instant cameAt) {}

  /** By day, because the sampling may change within the month. */
  private record Stratum(MunicipalityCode municipality, String surveyGroup, LocalDate day) {}
}

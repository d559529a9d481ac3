package dk.borgermaaling.simulators.year;

import dk.borgermaaling.simulators.world.StoryEvent.Actor;
import dk.borgermaaling.simulators.world.StoryEvent.Form;
import dk.borgermaaling.simulators.year.Numbers.Age;
import dk.borgermaaling.simulators.year.YearEvent.Group;
import dk.borgermaaling.simulators.year.YearEvent.Kind;
import dk.borgermaaling.simulators.year.YearEvent.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the events of one person, with the minute they happen at and when they are told. */
final class Pen {
  private static final int OPENS = 8 * 60;
  private static final int CLOSES = 16 * 60;
  private static final int A_DAY = 24 * 60;
  private static final int IN_TIME = 30;
  private static final int MOST_TOO_LATE = 56;

  private final Chance chance;
  private final Calendar calendar;
  private final String number;
  private final String otherNumber;
  private final List<YearEvent> written = new ArrayList<>();
  private @Nullable Instant numberChanged;

  Pen(Chance chance, Calendar calendar, int person, Age age) {
    this.chance = chance;
    this.calendar = calendar;
    this.number = calendar.numbers().of(person, age);
    this.otherNumber = calendar.numbers().changed(person, age);
  }

  List<YearEvent> written() {
    return written;
  }

  LocalDate date(int day) {
    return calendar.date(day);
  }

  /** Before anything else is written: what is told later is told with the new number. */
  void changeNumber(String municipality, int day) {
    Instant at = office(day);
    numberChanged = at;
    write(
        new Told(Source.BESKEDFORDELER, municipality, chance.uuid(), 1, false),
        at,
        at,
        new What(Kind.CPR_CHANGED, null, null, null, null, null, null));
  }

  void citizen(String municipality, int day, Kind kind, @Nullable String movedTo) {
    Instant at = office(day);
    write(
        new Told(Source.BESKEDFORDELER, municipality, chance.uuid(), 1, false),
        at,
        told(at),
        new What(kind, null, null, null, null, null, movedTo));
  }

  void group(Town town, UUID citizen, int version, int day, Kind kind, Group group) {
    Instant at = calendar.midnight(day);
    write(
        new Told(town.source(), town.code(), citizen, version, false),
        at,
        told(at),
        new What(kind, group, null, null, null, null, null));
  }

  void courseEnded(Town town, UUID course, int day, int first, Group group) {
    Instant at = office(day);
    write(
        new Told(town.source(), town.code(), course, 1, false),
        at,
        told(at),
        new What(Kind.COURSE_ENDED, group, calendar.date(first), null, null, null, null));
  }

  YearEvent held(
      Town town,
      int day,
      int type,
      Form form,
      @Nullable Group group,
      int first,
      @Nullable Actor actor) {
    Instant at = office(day);
    return write(
        new Told(town.source(), town.code(), chance.uuid(), 1, false),
        at,
        told(at),
        new What(Kind.CONVERSATION_HELD, group, calendar.date(first), actor, type, form, null));
  }

  /** The next version of a conversation, some days after the one before. */
  void correct(YearEvent before, int type, Form form, Kind kind, boolean withdrawn) {
    write(
        new Told(
            before.source(),
            before.municipality(),
            before.entityId(),
            before.version() + 1,
            withdrawn),
        before.occurredAt(),
        before.toldAt().plus(Duration.ofMinutes(chance.between(10, 10 * A_DAY))),
        new What(kind, before.group(), before.courseStart(), before.actor(), type, form, null));
  }

  private YearEvent write(Told who, Instant at, Instant told, What what) {
    boolean changed = numberChanged != null && !told.isBefore(numberChanged);
    YearEvent event =
        new YearEvent(
            chance.uuid(),
            who.source(),
            who.municipality(),
            who.entity(),
            who.version(),
            who.withdrawn(),
            at,
            told,
            what.kind(),
            changed ? otherNumber : number,
            what.kind() == Kind.CPR_CHANGED ? number : null,
            what.group(),
            what.courseStart(),
            what.actor(),
            what.type(),
            what.form(),
            what.movedTo());
    written.add(event);
    if (chance.falls(Odds.DOUBLED)) {
      written.add(event.toldAgain(told.plus(Duration.ofMinutes(chance.between(1, 5 * A_DAY)))));
    }
    return event;
  }

  private Instant office(int day) {
    return calendar.midnight(day).plus(Duration.ofMinutes(chance.between(OPENS, CLOSES)));
  }

  /** Mostly before the next day is over; some days late, some too late to count. */
  private Instant told(Instant at) {
    Instant soon = at.plus(Duration.ofMinutes(chance.between(5, A_DAY)));
    if (chance.falls(Odds.TOLD_TOO_LATE)) {
      return soon.plus(Duration.ofDays(chance.between(IN_TIME + 1, MOST_TOO_LATE)));
    }
    return chance.falls(Odds.TOLD_DAYS_LATE)
        ? soon.plus(Duration.ofDays(chance.between(1, IN_TIME - 2)))
        : soon;
  }

  private record Told(
      Source source, String municipality, UUID entity, int version, boolean withdrawn) {}

  private record What(
      Kind kind,
      @Nullable Group group,
      @Nullable LocalDate courseStart,
      @Nullable Actor actor,
      @Nullable Integer type,
      @Nullable Form form,
      @Nullable String movedTo) {}
}

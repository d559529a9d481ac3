package dk.borgermaaling.liberty.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** An invitation of the model. */
final class Invited {
  private final Told because;
  private final String group;
  private final Instant first;
  private final Instant closes;
  private String state = "PLANNED";
  private boolean stopped;

  /**
   * When a server asks.
   *
   * @param after from what happened to the invitation, unless it is told later
   * @param open from the invitation on
   */
  record Plan(Duration after, Duration open) {}

  Invited(Told because, Instant cameAt, String group, Plan plan) {
    Instant wish = because.at().plus(plan.after());
    this.because = because;
    this.group = group;
    this.first = office(wish.isBefore(cameAt) ? cameAt : wish);
    this.closes = first.plus(plan.open());
  }

  /** Office hours; the months of the model have no holidays. */
  private static Instant office(Instant wish) {
    ZonedDateTime time = wish.atZone(Told.DENMARK);
    LocalTime opens = LocalTime.of(9, 0);
    if (isWeekend(time) || !time.toLocalTime().isBefore(LocalTime.of(15, 0))) {
      do {
        time = time.plusDays(1).with(opens);
      } while (isWeekend(time));
    } else if (time.toLocalTime().isBefore(opens)) {
      time = time.with(opens);
    }
    return time.toInstant();
  }

  private static boolean isWeekend(ZonedDateTime time) {
    return time.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }

  Told because() {
    return because;
  }

  boolean isFrom(Told event) {
    return because.entityKey().equals(event.entityKey());
  }

  boolean isOpenAt(Instant time) {
    return closes.isAfter(time);
  }

  /** A withdrawn one is as if it had never been. */
  boolean counts() {
    return !state.equals("WITHDRAWN");
  }

  LocalDate week() {
    return LocalDate.ofInstant(first, Told.DENMARK).with(DayOfWeek.MONDAY);
  }

  void send(Instant now) {
    if (state.equals("PLANNED") && !stopped && !first.isAfter(now)) {
      state = "OPEN";
    }
  }

  void takeBack() {
    if (counts() && !stopped) {
      stopped = true;
      state = state.equals("PLANNED") ? "WITHDRAWN" : state;
    }
  }

  @Override
  public String toString() {
    return String.join(
        " ",
        because.id().toString(),
        group,
        first.toString(),
        closes.toString(),
        state,
        "" + stopped);
  }
}

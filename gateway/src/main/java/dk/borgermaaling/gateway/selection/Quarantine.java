package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.selection.QuarantineRegister.Entry;
import dk.borgermaaling.gateway.selection.QuarantineRegister.Scope;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Enters invitations in the register, and takes out what was never sent. */
public final class Quarantine {
  private final QuarantineRegister register;
  private final Municipalities municipalities;
  private final TermsTable terms;

  /** How much longer an entry is kept than it can count for what is told at once. */
  private static final int DAYS_FOR_WHAT_COMES_LATE = (int) SelectionRules.LATEST.toDays() + 7;

  public Quarantine(QuarantineRegister register, Municipalities municipalities, TermsTable terms) {
    this.register = register;
    this.municipalities = municipalities;
    this.terms = terms;
  }

  public void enter(Collection<PastInvitation> invitations) {
    register.enter(invitations.stream().flatMap(one -> entriesOf(one).stream()).toList());
  }

  /** Nothing of these had left. */
  public void remove(Collection<PastInvitation> invitations) {
    register.remove(invitations.stream().flatMap(one -> entriesOf(one).stream()).toList());
  }

  /**
   * The municipality's own entry and, when its agreement on the day of the planned first message
   * instructs it, the one that counts in others. It is kept for as long as somebody may ask for it:
   * the quarantine of the municipality itself, or the longest of any, and then for what comes late.
   */
  List<Entry> entriesOf(PastInvitation invitation) {
    LocalDate day = dayOf(invitation.plannedFirst());
    LocalDate week = weekOf(invitation.plannedFirst());
    MunicipalityCode municipality = invitation.municipality();
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(
            new Scope(invitation.citizen(), municipality),
            week,
            keptUntil(week, terms.of(municipality, day).quarantineWeeks())));
    if (countsElsewhere(municipality, day)) {
      entries.add(
          new Entry(
              new Scope(invitation.citizen(), null),
              week,
              keptUntil(week, terms.longestQuarantine(day))));
    }
    return entries;
  }

  private static LocalDate keptUntil(LocalDate week, int weeks) {
    return week.plusWeeks(weeks).plusDays(DAYS_FOR_WHAT_COMES_LATE);
  }

  boolean countsElsewhere(MunicipalityCode municipality, LocalDate day) {
    return municipalities
        .byCode(municipality, day)
        .map(Municipality::quarantineAcrossMunicipalities)
        .orElse(false);
  }

  /** The Monday of the week in which the instant is, in Denmark. */
  static LocalDate weekOf(Instant instant) {
    return dayOf(instant).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, BusinessClock.DENMARK);
  }
}

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
   * instructs it, the one that counts in others.
   */
  List<Entry> entriesOf(PastInvitation invitation) {
    LocalDate day = LocalDate.ofInstant(invitation.plannedFirst(), BusinessClock.DENMARK);
    LocalDate week = weekOf(invitation.plannedFirst());
    MunicipalityCode municipality = invitation.municipality();
    LocalDate deleteOn = week.plusWeeks(terms.of(municipality, day).quarantineWeeks());
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(new Scope(invitation.citizen(), municipality), week, deleteOn));
    if (countsElsewhere(municipality, day)) {
      entries.add(new Entry(new Scope(invitation.citizen(), null), week, deleteOn));
    }
    return entries;
  }

  boolean countsElsewhere(MunicipalityCode municipality, LocalDate day) {
    return municipalities
        .byCode(municipality, day)
        .map(Municipality::quarantineAcrossMunicipalities)
        .orElse(false);
  }

  /** The Monday of the week in which the instant is, in Denmark. */
  static LocalDate weekOf(Instant instant) {
    return LocalDate.ofInstant(instant, BusinessClock.DENMARK)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}

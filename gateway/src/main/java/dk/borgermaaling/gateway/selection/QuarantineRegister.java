package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who was asked in which week: keyed hashes of scopes, from which neither a citizen nor a
 * municipality can be read, each row with the day on which it is deleted. What counts in other
 * municipalities is entered only where the agreement of the one that asks instructs it, and asked
 * for only where that of the one that would ask does. Joins the open transaction.
 */
public interface QuarantineRegister {
  /** The weeks that are entered for these scopes; a scope without any is absent. */
  Map<Scope, Set<LocalDate>> weeksOf(Collection<Scope> scopes);

  void enter(Collection<Entry> entries);

  /** The citizen was not asked after all. */
  void remove(Collection<Entry> entries);

  /** Deletes what nobody may ask for any more on this day and says how many rows that were. */
  int deleteUntil(LocalDate day);

  /**
   * For whom an entry counts.
   *
   * @param municipality absent: for every municipality whose agreement instructs it
   */
  record Scope(CitizenId citizen, @Nullable MunicipalityCode municipality) {}

  /**
   * One row.
   *
   * @param week Monday of the week of the planned first message, Danish civil date
   * @param deleteOn first day on which nobody may ask for it any more
   */
  record Entry(Scope scope, LocalDate week, LocalDate deleteOn) {}
}

package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Notes who has seen which municipality's rows. */
@Dependent
public class SeenNotes {
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public SeenNotes(AuditLog audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds a note.
   *
   * @param municipality null for all
   */
  void note(Staff staff, @Nullable MunicipalityCode municipality) {
    audit.note(clock.instant(), staff.getName(), AuditLog.Action.SAW_CONSOLE, municipality);
  }

  /** Adds a note of what somebody ordered. */
  void note(Staff staff, AuditLog.Action action, MunicipalityCode municipality) {
    audit.note(clock.instant(), staff.getName(), action, municipality);
  }

  /** Adds a note of what somebody ordered for one thing of ours. */
  void note(Staff staff, AuditLog.Action action, MunicipalityCode municipality, String subject) {
    audit.note(clock.instant(), staff.getName(), action, municipality, subject);
  }

  /** Adds a note for each of these, one without a subject when they are none. */
  void noteAsked(Staff staff, MunicipalityCode municipality, Collection<CitizenId> citizens) {
    if (citizens.isEmpty()) {
      note(staff, AuditLog.Action.ASKED_WHY, municipality);
    }
    for (CitizenId citizen : citizens) {
      audit.note(
          clock.instant(),
          staff.getName(),
          AuditLog.Action.ASKED_WHY,
          municipality,
          citizen.value().toString());
    }
  }
}

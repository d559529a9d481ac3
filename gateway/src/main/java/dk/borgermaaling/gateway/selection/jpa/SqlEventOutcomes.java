package dk.borgermaaling.gateway.selection.jpa;

import dk.borgermaaling.gateway.caseevent.EventId;
import dk.borgermaaling.gateway.caseevent.EventOutcomes;
import dk.borgermaaling.gateway.selection.Decision;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Outcomes from {@code intake.decision}. Reads whether somebody was invited and never why not; says
 * nothing of what became of the invitation.
 */
public final class SqlEventOutcomes implements EventOutcomes {
  private final Jdbi jdbi;

  public SqlEventOutcomes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<Outcome> of(EventId eventId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT outcome = 'INVITED' OR jsonb_exists(facts, :keeps) AS invited
                    FROM intake.decision
                    WHERE municipality_code = :municipality AND event_id = :id
                    """)
                .bind("keeps", Decision.KEEPS_INVITATION)
                .bind("municipality", eventId.municipality().value())
                .bind("id", eventId.id())
                .mapTo(Boolean.class)
                .findOne()
                .map(invited -> invited ? Outcome.INVITED : Outcome.NOT_DRAWN));
  }
}

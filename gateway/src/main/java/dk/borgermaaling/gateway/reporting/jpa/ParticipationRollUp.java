package dk.borgermaaling.gateway.reporting.jpa;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.reporting.Months;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts the invitations whose first message the post accepted or delivered, or may have, by mode,
 * municipality and survey group, the citizens who have opted out, by municipality, and how many of
 * those concerned staff have excluded, by mode and municipality. Works in the open transaction, as
 * the gateway's role: it writes the counts and reads no result. Running it again changes nothing; a
 * count that has gone becomes 0.
 *
 * <p>The first message alone decides. What became of a reminder depends on whether the citizen had
 * answered before, and must not show in any number.
 */
public final class ParticipationRollUp {
  private static final String COUNT =
      """
      INSERT INTO report.participation (mode, municipality_code, survey_group, invited)
      SELECT mode, municipality_code, survey_group, sum(invited) FROM (
        SELECT CASE WHEN invitation.round_id IS NULL THEN 'CONTINUOUS' ELSE 'ROUND' END AS mode,
               invitation.municipality_code, invitation.survey_group, count(*) AS invited
        FROM contact.invitation
        JOIN contact.notification first_message
          ON first_message.municipality_code = invitation.municipality_code
         AND first_message.invitation_id = invitation.id AND first_message.step = 'first'
        WHERE first_message.state IN ('ACCEPTED', 'DELIVERED', 'UNKNOWN')
        GROUP BY 1, invitation.municipality_code, invitation.survey_group
        UNION ALL
        SELECT mode, municipality_code, survey_group, 0 FROM report.participation
      ) counted
      GROUP BY mode, municipality_code, survey_group
      ON CONFLICT (mode, municipality_code, survey_group) DO UPDATE SET invited = excluded.invited
      """;
  private static final String COUNT_OPT_OUTS =
      """
      INSERT INTO report.opt_out_count (municipality_code, opted_out)
      SELECT municipality_code, sum(opted_out) FROM (
        SELECT municipality_code, count(*) AS opted_out
        FROM contact.opt_out GROUP BY municipality_code
        UNION ALL
        SELECT municipality_code, 0 FROM report.opt_out_count
      ) counted
      GROUP BY municipality_code
      ON CONFLICT (municipality_code) DO UPDATE SET opted_out = excluded.opted_out
      """;

  private static final String COUNT_EXCLUSIONS =
      """
      WITH asked AS (
        SELECT DISTINCT CASE WHEN invitation.round_id IS NULL THEN 'CONTINUOUS' ELSE 'ROUND' END AS mode,
               municipality_code, coalesce(number.now_id, citizen_id) AS person
        FROM contact.invitation
        LEFT JOIN contact.citizen_number number USING (municipality_code, citizen_id)
        WHERE invitation.state <> 'WITHDRAWN'
          AND invitation.planned_first >= :start AND invitation.planned_first < :end
      ), left_out AS (
        SELECT DISTINCT exclusion.mode, municipality_code,
               coalesce(number.now_id, citizen_id) AS person
        FROM contact.exclusion
        LEFT JOIN contact.citizen_number number USING (municipality_code, citizen_id)
        WHERE exclusion.month >= :from AND exclusion.month < :to
      )
      INSERT INTO report.exclusion_count (mode, municipality_code, excluded, concerned)
      SELECT mode, municipality_code, sum(excluded), sum(concerned) FROM (
        SELECT mode, municipality_code, count(left_out.person) AS excluded, count(*) AS concerned
        FROM asked FULL JOIN left_out USING (mode, municipality_code, person)
        GROUP BY mode, municipality_code
        UNION ALL
        SELECT mode, municipality_code, 0, 0 FROM report.exclusion_count
      ) counted
      GROUP BY mode, municipality_code
      ON CONFLICT (mode, municipality_code)
        DO UPDATE SET excluded = excluded.excluded, concerned = excluded.concerned
      """;

  private final Jdbi gateway;
  private final BusinessClock clock;

  public ParticipationRollUp(Jdbi gateway, BusinessClock clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  public void run() {
    gateway.useHandle(
        handle -> {
          handle.execute(COUNT);
          handle.execute(COUNT_OPT_OUTS);
          countExclusions(handle, shownPeriod());
        });
  }

  /** The figures are of everybody who was asked until now, so the share is too. */
  private Months shownPeriod() {
    return Months.until(clock.today());
  }

  private static void countExclusions(Handle handle, Months period) {
    handle
        .createUpdate(COUNT_EXCLUSIONS)
        .bind("from", period.from())
        .bind("to", period.to())
        .bind("start", period.start().atOffset(ZoneOffset.UTC))
        .bind("end", period.end().atOffset(ZoneOffset.UTC))
        .execute();
  }
}

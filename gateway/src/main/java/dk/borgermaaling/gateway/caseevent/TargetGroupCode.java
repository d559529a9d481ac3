package dk.borgermaaling.gateway.caseevent;

import java.time.LocalDate;

/**
 * A target group (målgruppe) as the case system codes it.
 *
 * @param system {@code LAB6} for section 6 of the act (codes 6.1 to 6.13) or {@code LAB2} for
 *     section 2 of the act before 2020
 * @param startDate first day in the group, inclusive, Danish civil date
 */
public record TargetGroupCode(String system, String code, LocalDate startDate) {}

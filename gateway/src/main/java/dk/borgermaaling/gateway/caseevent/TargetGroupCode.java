package dk.borgermaaling.gateway.caseevent;

import java.time.LocalDate;

/**
 * A target group (målgruppe) as the case system codes it.
 *
 * @param system name of a {@link CodeSystem}
 * @param code as the system writes it, for example {@code 6.6} or {@code KG2/4}
 * @param startDate first day in the group, inclusive, Danish civil date
 */
public record TargetGroupCode(String system, String code, LocalDate startDate) {}

package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;

/**
 * An invitation of the citizen that was not withdrawn; whether it was answered is not told here.
 *
 * @param plannedFirst when the first message was planned for, business time
 * @param closesAt first instant at which it is closed, business time
 */
public record PastInvitation(
    MunicipalityCode municipality, Instant plannedFirst, Instant closesAt) {}

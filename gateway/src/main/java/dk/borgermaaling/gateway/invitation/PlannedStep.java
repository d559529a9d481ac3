package dk.borgermaaling.gateway.invitation;

import java.time.Instant;

/** A step and when it is planned for: business time, inside an allowed window. */
public record PlannedStep(Step step, Instant plannedFor) {}

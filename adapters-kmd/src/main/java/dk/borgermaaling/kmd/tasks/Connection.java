package dk.borgermaaling.kmd.tasks;

import dk.borgermaaling.gateway.kernel.Circuit;
import dk.borgermaaling.kmd.Momentum;

/** One municipality's Momentum and the circuit that spares it. */
public record Connection(Momentum momentum, Circuit circuit) {}

package dk.borgermaaling.kmd.wiring;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.kmd.tasks.Connection;
import java.util.Map;

/** Every municipality whose Momentum is polled. */
record Connections(Map<MunicipalityCode, Connection> all) {}

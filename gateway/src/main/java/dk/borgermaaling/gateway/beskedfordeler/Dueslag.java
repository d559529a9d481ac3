package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.UUID;

/**
 * Where Beskedfordeler puts the messages of one municipality's subscription until they are pulled
 * (dueslag).
 *
 * @param queue its UUID, which is the queue's name
 */
public record Dueslag(MunicipalityCode municipality, UUID queue) {}

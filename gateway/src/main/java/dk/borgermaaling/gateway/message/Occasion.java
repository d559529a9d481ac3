package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message that needs words.
 *
 * @param variant the arm of the trial that the citizen is in; empty in none
 */
public record Occasion(
    MunicipalityCode municipality,
    @Nullable UUID round,
    String surveyGroup,
    TextStep step,
    Channel channel,
    String language,
    String variant) {}

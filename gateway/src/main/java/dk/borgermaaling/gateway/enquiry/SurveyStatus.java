package dk.borgermaaling.gateway.enquiry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the invitation of a case is.
 *
 * @param closesOn Danish civil date on which it closes, or has closed: in the course of the day, at
 *     the hour at which the first message was planned; absent when it is withdrawn
 */
public record SurveyStatus(SurveyState state, @Nullable LocalDate closesOn) {}

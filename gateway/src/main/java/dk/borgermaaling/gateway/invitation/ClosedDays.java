package dk.borgermaaling.gateway.invitation;

import java.time.LocalDate;

/** Days in Denmark on which nothing is sent, whatever the weekday. */
public interface ClosedDays {
  boolean isClosed(LocalDate day);
}

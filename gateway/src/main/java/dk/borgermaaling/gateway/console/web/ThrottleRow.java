package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.notification.PauseBook;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;

/**
 * How many may leave in a minute.
 *
 * @param scope code of the municipality, or that of the whole country
 */
public record ThrottleRow(String scope, String place, String perMinute, String by, String at) {
  static ThrottleRow of(String scope, PauseBook.Throttle throttle, Places places) {
    return new ThrottleRow(
        scope,
        scope.equals(PauseBook.COUNTRY) ? "Hele landet" : places.name(scope),
        throttle.perMinute() == 0 ? "ingen grænse" : DanishFigures.count(throttle.perMinute()),
        throttle.by(),
        DanishFigures.time(throttle.at()));
  }
}

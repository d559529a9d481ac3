package dk.borgermaaling.gateway.console;

import dk.borgermaaling.gateway.console.RoadBook.EventCounts;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.NotificationOverview;
import dk.borgermaaling.gateway.notification.NotificationState;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The counts of every stage, by municipality. */
public final class Road {
  private static final EventCounts NO_EVENT = new EventCounts(0, 0, 0, 0);
  private final RoadBook book;
  private final NotificationOverview notifications;
  private final BusinessClock clock;

  public Road(RoadBook book, NotificationOverview notifications, BusinessClock clock) {
    this.book = book;
    this.notifications = notifications;
    this.clock = clock;
  }

  public SortedMap<MunicipalityCode, Stretch> stretches() {
    Map<MunicipalityCode, EventCounts> events = book.counts();
    Map<MunicipalityCode, Map<NotificationState, Long>> messages =
        notifications.firstMessageCounts();
    Map<MunicipalityCode, Long> reminders = notifications.remindersPlanned(clock.now());
    TreeSet<MunicipalityCode> codes = new TreeSet<>(events.keySet());
    codes.addAll(messages.keySet());
    SortedMap<MunicipalityCode, Stretch> stretches = new TreeMap<>();
    for (MunicipalityCode code : codes) {
      stretches.put(
          code,
          Stretch.of(
              events.getOrDefault(code, NO_EVENT),
              messages.getOrDefault(code, Map.of()),
              reminders.getOrDefault(code, 0L)));
    }
    return stretches;
  }
}

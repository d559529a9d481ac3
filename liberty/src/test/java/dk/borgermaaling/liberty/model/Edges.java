package dk.borgermaaling.liberty.model;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.jpa.SqlFeedMemory;
import dk.borgermaaling.gateway.caseevent.jpa.SqlFeedStates;
import dk.borgermaaling.gateway.caseevent.rest.RestMouth;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Heard;
import dk.borgermaaling.gateway.testing.ListUpload;
import dk.borgermaaling.gateway.testing.MessageMouth;
import dk.borgermaaling.gateway.testing.Mouth;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import dk.borgermaaling.gateway.testing.SoapMouth;
import dk.borgermaaling.kmd.FeedSettings;
import dk.borgermaaling.kmd.Gateway;
import dk.borgermaaling.kmd.MomentumFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** All ways in to one core, made anew at every restart. */
final class Edges {
  /** A complete look is due when so much real time has passed. */
  static final Duration COMPLETE = Duration.ofDays(1);

  private static final List<String> SEARCHED =
      List.of("6.1", "6.2", "6.3", "6.6", "6.7", "6.9", "6.99");

  /** All courses of a code may end at once here: it is no fault. */
  private static final FeedSettings SETTINGS =
      new FeedSettings(SEARCHED, true, 1, COMPLETE, 30, "TARGET_GROUP", "INTERVIEW_TYPE");

  final Heard heard;
  final ListUpload lists;
  final MomentumFeed feed;
  private final Map<EventSource, List<Mouth>> mouths = new EnumMap<>(EventSource.class);

  Edges(CoreFixture core, SettableRealClock realClock) {
    heard = new Heard(core.intake);
    lists = new ListUpload(core, heard);
    feed =
        new MomentumFeed(
            SETTINGS,
            new Gateway(
                core.municipalities,
                core.surveyGroups,
                core.clock,
                realClock,
                new SqlFeedMemory(core.database.gateway()),
                new SqlFeedStates(core.database.gateway()),
                core.vault,
                heard,
                core.letters,
                core.database.transactions()));
    List<Mouth> all =
        new ArrayList<>(
            List.of(
                new SoapMouth(core, heard), new RestMouth(heard), new MessageMouth(core, heard)));
    ServiceLoader.load(Mouth.Maker.class).forEach(maker -> all.addAll(maker.on(core, heard)));
    all.forEach(
        mouth -> mouths.computeIfAbsent(mouth.source(), any -> new ArrayList<>()).add(mouth));
  }

  /**
   * Several for a source that has several ways in; none for one whose vendor has been taken out.
   */
  List<Mouth> of(EventSource source) {
    return mouths.getOrDefault(source, List.of());
  }

  /** Whoever can be told of: lists and Momentum have ways in of their own kind. */
  List<EventSource> sources() {
    List<EventSource> all = new ArrayList<>(mouths.keySet());
    all.add(EventSource.LIST);
    all.add(EventSource.MOMENTUM);
    return all;
  }
}

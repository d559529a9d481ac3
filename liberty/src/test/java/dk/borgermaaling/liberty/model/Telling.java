package dk.borgermaaling.liberty.model;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caselist.CaseList;
import dk.borgermaaling.gateway.caselist.Counts.Name;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.testing.ContractXml;
import dk.borgermaaling.gateway.testing.Mouth;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import dk.borgermaaling.liberty.model.Looks.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Tells through every source's own way in, and compares what the intake hears, and what is
 * answered, with what was meant.
 */
final class Telling {
  static final List<String> TOWNS = List.of("0461", "0740", "0751");

  final Letters letters = new Letters();
  private final Random dice;
  private final SettableRealClock realClock = new SettableRealClock("2026-08-03T07:00:00Z");
  private final Lists lists = new Lists();

  /** What has happened and is not told yet, by source and town. */
  private final Map<String, List<Said>> waiting = new HashMap<>();

  private final Map<String, MomentumTown> momentum = new TreeMap<>();
  private final Map<String, Looks> looks = new TreeMap<>();

  /** When the next look at a town is one at everybody, real time. */
  private final Map<String, Instant> completeDue = new HashMap<>();

  private final Map<String, Integer> historyOf;
  private final BiFunction<Integer, List<Told>, List<String>> model;

  /**
   * @param historyOf by CPR number
   * @param model what must be answered to what is told at once in a history
   */
  Telling(
      Random dice,
      Map<String, Integer> historyOf,
      BiFunction<Integer, List<Told>, List<String>> model) {
    this.dice = dice;
    this.historyOf = historyOf;
    this.model = model;
    for (String town : TOWNS) {
      momentum.put(town, new MomentumTown());
      looks.put(town, new Looks(town, momentum.get(town)));
    }
  }

  SettableRealClock realClock() {
    return realClock;
  }

  /** A document of each town that has something to say, now or later. */
  void tell(Edges edges, EventSource source, List<Said> said, Instant now, boolean last) {
    for (String town : TOWNS) {
      List<Said> ofTown = said.stream().filter(one -> one.told().town().equals(town)).toList();
      List<Said> unsaid = waiting.computeIfAbsent(source + town, any -> new ArrayList<>());
      if (source == EventSource.MOMENTUM) {
        ofTown.forEach(one -> town(town).happened(one.told(), now));
      } else {
        unsaid.addAll(ofTown);
      }
      if (last || dice.nextInt(10) < 3) {
        edges.heard.forget();
        tell(edges, source, town, List.copyOf(unsaid), now);
        unsaid.clear();
      }
    }
  }

  private void tell(Edges edges, EventSource source, String town, List<Said> said, Instant now) {
    if (source == EventSource.MOMENTUM) {
      look(edges, town, now);
    } else if (source == EventSource.LIST && !said.isEmpty()) {
      upload(edges, town, said);
    } else if (!said.isEmpty()) {
      List<Mouth> mouths = edges.of(source);
      say(edges, mouths.get(dice.nextInt(mouths.size())), town, said);
    }
  }

  private void say(Edges edges, Mouth mouth, String town, List<Said> said) {
    List<CaseEvent> meant = said.stream().map(one -> Canonical.event(one.told())).toList();
    List<String> expected = expected(said);
    List<String> answers = mouth.say(new MunicipalityCode(town), meant);
    assertThat(edges.heard.events())
        .as("what came in through %s", mouth)
        .isEqualTo(meant.stream().filter(mouth::isHandedOver).toList());
    assertThat(answers).as("what %s was answered", mouth).isEqualTo(expected);
    letters.after(said, answers);
  }

  private void upload(Edges edges, String town, List<Said> rows) {
    Lists.Reading reading = lists.read(rows);
    CaseList list =
        edges.lists.upload(
            new MunicipalityCode(town),
            rows.stream().map(row -> Canonical.event(row.told())).toList());
    List<CaseEvent> heard = edges.heard.events();
    List<Said> things = new ArrayList<>();
    for (int i = 0; i < Math.min(heard.size(), reading.things().size()); i++) {
      Said thing = reading.things().get(i);
      things.add(
          new Said(
              thing.history(), thing.told().by(heard.get(i).eventId(), thing.told().citizen())));
    }
    assertThat(heard)
        .hasSameSizeAs(reading.things())
        .isEqualTo(things.stream().map(thing -> Canonical.event(thing.told())).toList());
    List<String> answers = edges.heard.answers();
    assertThat(answers).isEqualTo(expected(things));
    Map<Name, Integer> counts = new HashMap<>();
    counts.put(Name.ROWS, rows.size());
    counts.put(Name.ROWS_REFUSED, reading.refused());
    counts.put(Name.REPEATED, reading.repeated());
    counts.put(Name.DUPLICATE, reading.duplicates());
    for (int i = 0; i < answers.size(); i++) {
      Told told = things.get(i).told();
      boolean refused = answers.get(i).equals("REJECTED");
      Name stands = told.version() == 1 ? Name.NEW : Name.CORRECTED;
      counts.merge(refused ? Name.SET_ASIDE : stands, 1, Integer::sum);
      if (!refused) {
        lists.taken(told);
      }
    }
    counts.forEach(
        (name, number) -> assertThat(list.counts().of(name)).as("%s", name).isEqualTo(number));
    letters.after(things, answers);
  }

  private void look(Edges edges, String town, Instant now) {
    realClock.advance(Duration.ofHours(dice.nextInt(12)));
    Instant due = completeDue.getOrDefault(town, Instant.MIN);
    boolean complete = !realClock.instant().isBefore(due);
    if (complete) {
      completeDue.put(town, realClock.instant().plus(Edges.COMPLETE));
    }
    Map<String, Found> found = new LinkedHashMap<>();
    looks(town)
        .find(now, complete)
        .forEach(one -> found.put(key(one.told().entity(), one.told().version()), one));
    Set<String> seen = looks(town).seen(now, complete);
    Set<String> unreadable = looks(town).unreadable(now, complete);
    edges.feed.run(new MunicipalityCode(town), town(town));
    List<CaseEvent> heard = edges.heard.events();
    assertThat(heard.stream().map(event -> key(event.entityId(), event.version())))
        .as("what a look finds in %s", town)
        .containsExactlyInAnyOrderElementsOf(found.keySet());
    List<Said> said = new ArrayList<>();
    List<Found> inOrder = new ArrayList<>();
    for (CaseEvent event : heard) {
      Found one = Objects.requireNonNull(found.get(key(event.entityId(), event.version())));
      String who = one.gone() ? ContractXml.cpr(event.recipient()) : one.told().citizen();
      Told told = one.told().by(event.eventId(), who);
      int history = history(one.told().citizen());
      assertThat(history(who)).as("the person last told of").isEqualTo(history);
      assertThat(event).isEqualTo(Canonical.event(told));
      said.add(new Said(history, told));
      inOrder.add(one);
    }
    List<String> answers = edges.heard.answers();
    assertThat(answers).isEqualTo(expected(said));
    seen.forEach(citizen -> letters.inOrder(town, citizen));
    unreadable.forEach(citizen -> letters.unreadable(town, citizen));
    letters.after(said, answers);
    for (int i = 0; i < answers.size(); i++) {
      if (!answers.get(i).equals("REJECTED")) {
        inOrder.get(i).taken().run();
      }
    }
  }

  private static String key(String entity, int version) {
    return entity + " " + version;
  }

  private int history(String cpr) {
    return historyOf.getOrDefault(cpr, -1);
  }

  private MomentumTown town(String town) {
    return momentum.computeIfAbsent(town, any -> new MomentumTown());
  }

  private Looks looks(String town) {
    return looks.computeIfAbsent(town, any -> new Looks(town, town(town)));
  }

  /** What the models of the histories answer to one document. */
  private List<String> expected(List<Said> said) {
    Map<Integer, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < said.size(); i++) {
      places.computeIfAbsent(said.get(i).history(), any -> new ArrayList<>()).add(i);
    }
    String[] answers = new String[said.size()];
    places.forEach(
        (history, of) -> {
          List<String> told =
              model.apply(history, of.stream().map(place -> said.get(place).told()).toList());
          for (int i = 0; i < told.size(); i++) {
            answers[of.get(i)] = told.get(i);
          }
        });
    return List.of(answers);
  }
}

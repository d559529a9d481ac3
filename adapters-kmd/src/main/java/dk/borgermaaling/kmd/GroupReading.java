package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a run that reads target groups: who is new, has changed, or is gone. A recent look
 * finds who is new and who has changed lately; a complete one finds everything else, and alone says
 * who is gone.
 */
record GroupReading(Reading run) {
  /** Letters about all searches stand under this entity, those about one with its code behind. */
  static final String SEARCH = "citizensearch";

  void recent() {
    Look look =
        run.searches().since(run.differences().today().minusDays(run.settings().recentDays()));
    run.cprNumbers().seenIn(look);
    compare(look);
    if (look.withoutId() > 0) {
      rowsWithoutId();
    }
  }

  void complete() {
    Look look = run.searches().all();
    run.cprNumbers().seenIn(look);
    compare(look);
    if (look.withoutId() > 0) {
      rowsWithoutId();
      return;
    }
    Missing missing = missingIn(look);
    if (missing.count() > 0) {
      Look again = run.searches().all();
      if (again.withoutId() > 0) {
        return;
      }
      missing.without(again);
      missing.without(onTheirDays(missing));
    }
    end(missing, look.members());
  }

  private void rowsWithoutId() {
    run.findings()
        .letter(SEARCH, "row-without-id", "Some rows name no citizen; nobody's course was ended");
  }

  private void compare(Look look) {
    for (int from = 0; from < look.size(); from += Reading.PAGE) {
      compare(look, from, Math.min(from + Reading.PAGE, look.size()));
    }
  }

  /** Those with the numbers {@code from}, inclusive, to {@code to}, exclusive. */
  private void compare(Look look, int from, int to) {
    List<String> keys = new ArrayList<>();
    Map<Integer, Recipient> people = new HashMap<>();
    for (int citizen = from; citizen < to; citizen++) {
      keys.add(Differences.CITIZENS + look.id(citizen));
      keys.add(Differences.PEOPLE + look.id(citizen));
      Recipient person = look.cpr(citizen).flatMap(MomentumMapping::person).orElse(null);
      if (person != null) {
        people.put(citizen, person);
      }
    }
    Map<String, Entry> before =
        run.memory().recall(EventSource.MOMENTUM, run.differences().municipality(), keys);
    Map<Recipient, CitizenId> ids = run.vault().known(people.values());
    for (int citizen = from; citizen < to; citizen++) {
      Recipient person = people.get(citizen);
      compare(look, citizen, before, person, person == null ? null : ids.get(person));
    }
  }

  private void compare(
      Look look,
      int citizen,
      Map<String, Entry> before,
      @Nullable Recipient person,
      @Nullable CitizenId personId) {
    String id = look.id(citizen);
    look.problem(citizen).ifPresent(problem -> run.findings().problem(id, problem));
    look.group(citizen)
        .ifPresent(
            group -> {
              run.findings().inOrder(id);
              run.differences()
                  .seen(id, before.get(Differences.CITIZENS + id), group)
                  .map(
                      change ->
                          Step.ofCitizen(change, entry -> run.differences().seen(id, entry, group)))
                  .ifPresent(run.findings()::citizen);
            });
    if (person != null) {
      run.differences()
          .number(id, before.get(Differences.PEOPLE + id), personId)
          .map(
              change ->
                  Step.ofCitizen(change, entry -> run.differences().number(id, entry, personId)))
          .ifPresent(run.findings()::citizen);
    }
  }

  /**
   * The missing may have slipped from page to page in both looks. Of each, who came into the same
   * group on the same day fits on one page.
   */
  private Look onTheirDays(Missing missing) {
    Searches searches = run.searches();
    Look look = searches.nobody();
    for (String code : run.settings().targetGroupCodes()) {
      missing
          .starts(code)
          .forEach(day -> searches.read(code, new Span(day, day.plusDays(1)), look));
    }
    return look;
  }

  private Missing missingIn(Look look) {
    Missing missing = new Missing(run.settings());
    String after = "";
    FeedMemory.Page page;
    do {
      page =
          run.memory()
              .page(
                  EventSource.MOMENTUM,
                  run.differences().municipality(),
                  Differences.CITIZENS,
                  after,
                  Reading.PAGE);
      for (int i = 0; i < page.size(); i++) {
        remembered(page.keys().get(i), page.entries().get(i), look, missing);
        after = page.keys().get(i);
      }
    } while (page.size() == Reading.PAGE);
    return missing;
  }

  private void remembered(String key, Entry entry, Look look, Missing missing) {
    Membership last = Membership.parse(entry.state());
    String citizen = key.substring(Differences.CITIZENS.length());
    if (last.inGroup() && look.has(citizen)) {
      missing.there(last.group().code());
    } else {
      run.differences()
          .gone(citizen, entry)
          .map(change -> Step.ofCitizen(change, now -> run.differences().gone(citizen, now)))
          .ifPresent(end -> missing.missing(last.group(), end));
    }
  }

  private void end(Missing missing, int present) {
    int known = missing.count() + present;
    if (missing.areTooManyOf(known)) {
      run.findings()
          .letter(
              SEARCH,
              "many-gone",
              "%d of %d citizens were gone at once; nobody's course was ended"
                  .formatted(missing.count(), known));
      return;
    }
    run.findings().inOrder(SEARCH);
    run.settings().targetGroupCodes().forEach(code -> end(missing, code));
  }

  private void end(Missing missing, String code) {
    String search = SEARCH + "/" + code;
    if (missing.areTooManyOf(code)) {
      run.findings()
          .letter(
              search,
              "many-gone",
              "%d of %d citizens in %s were gone at once; no course of theirs was ended"
                  .formatted(missing.of(code).size(), missing.known(code), code));
      return;
    }
    run.findings().inOrder(search);
    missing
        .of(code)
        .forEach(
            (citizen, end) -> {
              run.findings().inOrder(citizen);
              run.findings().citizen(end.step());
            });
  }
}

package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands in what a run has found, in transactions of at most {@link #CHUNK} differences: the events,
 * and what is remembered of exactly these. What is refused is not remembered, so that the next run
 * tries again. Only here are CPR numbers asked for, each before its transaction.
 */
record HandingIn(
    Reading run,
    Bookmark bookmark,
    CaseEventIntake intake,
    DeadLetters deadLetters,
    Transactions transactions) {
  /** As many as one SOAP message may carry. */
  static final int CHUNK = 500;

  /** An event that is ready, and the difference that it tells. */
  private record Ready(Change change, Step step, CaseEvent event) {}

  /**
   * Hands in everything and says how many events were new.
   *
   * @param atTheEnd in the last transaction
   */
  int all(Runnable atTheEnd) {
    List<Step> steps = run.findings().steps();
    int stored = 0;
    for (int done = 0; done < steps.size(); done += CHUNK) {
      stored += chunk(steps.subList(done, Math.min(done + CHUNK, steps.size())));
    }
    transactions.runInOne(
        () -> {
          close();
          atTheEnd.run();
        });
    return stored;
  }

  private int chunk(List<Step> steps) {
    Map<String, Entry> before = recall(steps);
    Map<Step, Change> changes = new LinkedHashMap<>();
    Map<String, Recipient> people = new LinkedHashMap<>();
    Set<String> gone = new HashSet<>();
    for (Step step : steps) {
      step.making()
          .of(before.get(step.key()))
          .ifPresent(
              change -> {
                know(step, change, before, changes, people);
                if (change.happening().leavesGroup()) {
                  gone.add(step.citizen());
                }
              });
    }
    Map<String, Entry> settled = new HashMap<>();
    List<Ready> ready = events(changes, people, gone, before, settled);
    return ready.isEmpty() && settled.isEmpty()
        ? 0
        : transactions.inOne(() -> register(ready, people, before, settled));
  }

  private Map<String, Entry> recall(List<Step> steps) {
    List<String> keys =
        steps.stream()
            .flatMap(step -> Stream.of(step.key(), Differences.PEOPLE + step.citizen()))
            .distinct()
            .toList();
    return run.memory().recall(EventSource.MOMENTUM, run.findings().municipality(), keys);
  }

  /**
   * Finds out who the citizen is, or sets the difference aside. Who is gone is the one last told
   * of: Momentum may not know the citizen any more.
   */
  private void know(
      Step step,
      Change change,
      Map<String, Entry> before,
      Map<Step, Change> changes,
      Map<String, Recipient> people) {
    try {
      Optional<Recipient> known =
          change.happening().leavesGroup()
              ? former(before.get(Differences.PEOPLE + step.citizen()))
              : Optional.empty();
      people.put(
          step.citizen(),
          known.orElseGet(() -> new Recipient.Person(run.cprNumbers().of(step.citizen()))));
      changes.put(step, change);
    } catch (ProblemException e) {
      if (!run.cprNumbers().goesOnAfter(e.problem())) {
        throw e;
      }
      run.findings().problem(step.id(), e.problem());
      bookmark.unsettled(step.toldAt());
    }
  }

  /**
   * A changed number goes before whatever else is told of the citizen. One that the gateway knows
   * of from elsewhere is only remembered.
   *
   * @param gone who is told of by what we remember: Momentum has said no number of theirs
   */
  private List<Ready> events(
      Map<Step, Change> changes,
      Map<String, Recipient> people,
      Set<String> gone,
      Map<String, Entry> before,
      Map<String, Entry> settled) {
    Map<Recipient, CitizenId> ids = run.vault().known(people.values());
    List<Ready> numbers = new ArrayList<>();
    List<Ready> others = new ArrayList<>();
    Set<String> compared = new HashSet<>();
    changes.forEach(
        (step, change) -> {
          Recipient person = people.get(step.citizen());
          if (person == null) {
            return;
          }
          if (!gone.contains(step.citizen()) && compared.add(step.citizen())) {
            Entry known = before.get(Differences.PEOPLE + step.citizen());
            run.differences()
                .number(step.citizen(), known, ids.get(person))
                .ifPresent(
                    number -> {
                      Optional<Recipient> former = former(known);
                      if (former.equals(Optional.of(person))) {
                        remember(number, ids.get(person), before, settled);
                      } else {
                        numbers.add(new Ready(number, step, event(number, person, former)));
                      }
                    });
          }
          if (!change.key().startsWith(Differences.PEOPLE)) {
            others.add(new Ready(change, step, event(change, person, Optional.empty())));
          }
        });
    numbers.addAll(others);
    return numbers;
  }

  private CaseEvent event(Change change, Recipient person, Optional<Recipient> formerly) {
    return change.event(run.findings().municipality(), person, formerly.orElse(null));
  }

  private Optional<Recipient> former(@Nullable Entry known) {
    return Optional.ofNullable(known)
        .map(
            entry ->
                run.vault()
                    .recipientOf(
                        new CitizenId(UUID.fromString(entry.state())),
                        run.findings().municipality()));
  }

  private int register(
      List<Ready> ready,
      Map<String, Recipient> people,
      Map<String, Entry> before,
      Map<String, Entry> settled) {
    List<EventReceipt> receipts = intake.register(ready.stream().map(Ready::event).toList());
    Map<Recipient, CitizenId> ids = run.vault().known(people.values());
    int fresh = 0;
    for (int i = 0; i < ready.size(); i++) {
      Ready one = ready.get(i);
      if (receipts.get(i) instanceof EventReceipt.Rejected rejected) {
        run.findings().problem(one.event().entityId(), rejected.problem());
        bookmark.unsettled(one.step().toldAt());
      } else {
        remember(one.change(), ids.get(one.event().recipient()), before, settled);
        fresh += receipts.get(i) instanceof EventReceipt.Stored ? 1 : 0;
      }
    }
    run.memory().remember(EventSource.MOMENTUM, run.findings().municipality(), settled);
    return fresh;
  }

  /** Of the person our own id alone: the memory never holds a CPR number. */
  private static void remember(
      Change change,
      @Nullable CitizenId person,
      Map<String, Entry> before,
      Map<String, Entry> settled) {
    if (person == null) {
      throw new IllegalStateException("the vault does not know the recipient of a stored event");
    }
    String key = Differences.PEOPLE + change.citizen();
    if (change.key().equals(key)) {
      settled.put(key, new Entry(change.entry().version(), person.toString()));
      return;
    }
    settled.put(change.key(), change.entry());
    if (!before.containsKey(key)) {
      settled.put(key, new Entry(1, person.toString()));
    }
  }

  private void close() {
    Findings findings = run.findings();
    deadLetters.settle(EventSource.MOMENTUM, findings.municipality(), findings.settled());
    findings.letters().forEach(deadLetters::note);
    run.memory().remember(EventSource.MOMENTUM, findings.municipality(), bookmark.moved());
  }
}

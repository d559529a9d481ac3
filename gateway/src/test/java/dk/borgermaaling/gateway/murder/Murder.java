package dk.borgermaaling.gateway.murder;

import dk.borgermaaling.gateway.testing.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * One run: invitations are planned, things go wrong while their steps leave and receipts come, then
 * everything is put right, comes to rest and is looked at. The plan of what goes wrong follows from
 * the seed; what it meets does not.
 */
final class Murder {
  private static final Duration LAST_FAULTS = Duration.ofMillis(800);

  private static final Duration TENDED_EVERY = Duration.ofMillis(500);

  private final Pace pace;
  private final List<? extends Node> nodes;
  private final Villain villain;
  private final Database database;
  private final SimulatedPost post;
  private final Town town;
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private long start;

  Murder(
      Pace pace,
      List<? extends Node> nodes,
      Villain villain,
      Database database,
      SimulatedPost post,
      Town town) {
    this.pace = pace;
    this.nodes = nodes;
    this.villain = villain;
    this.database = database;
    this.post = post;
    this.town = town;
  }

  /**
   * How fast a run goes, in real time.
   *
   * @param spread first messages are due within it
   * @param untilReminder from a first message to its reminder
   * @param faultEvery one fault in so much time
   * @param rest longest wait for everything to come to rest
   */
  record Pace(Duration spread, Duration untilReminder, Duration faultEvery, Duration rest) {
    Duration length() {
      return spread.plus(untilReminder).plus(LAST_FAULTS);
    }
  }

  /**
   * Plays the seed. The post misbehaves until all steps have been to it, however slow the machine.
   *
   * @param faults what goes wrong
   */
  Verdict play(long seed, int invitations, List<Fault> faults) {
    long began = System.nanoTime();
    events.clear();
    List<Asked> asked = town.draw(seed, invitations, pace.spread(), pace.untilReminder());
    new Moods(post).turnOn(seed);
    town.invite(asked);
    start = System.nanoTime();
    Set<Asked> inTime = Collections.synchronizedSet(new HashSet<>());
    Thread citizens = new Thread(() -> answer(asked, inTime), "citizens");
    citizens.start();
    commit(faults);
    villain.repent();
    note("everything is put right but the post");
    join(citizens);
    comesToRest(asked);
    new Moods(post).turnOff();
    boolean quiet = comesToRest(asked);
    note(quiet ? "everything has come to rest" : "NOT at rest");
    Evidence evidence =
        Patience.answer(Duration.ofSeconds(20), () -> Evidence.gather(database, post));
    return new Verdict(
        seed,
        invitations,
        Duration.ofNanos(System.nanoTime() - began),
        Inquest.states(asked, evidence),
        count(asked, evidence),
        (int) evidence.pushed().stream().filter(receipt -> receipt.acknowledged() > 0).count(),
        inTime.size(),
        quiet,
        Inquest.violations(asked, Set.copyOf(inTime), evidence),
        List.copyOf(events));
  }

  private static int count(List<Asked> asked, Evidence evidence) {
    Set<String> ours = new HashSet<>();
    asked.forEach(one -> ours.addAll(List.of(one.messageId("first"), one.messageId("reminder-1"))));
    return (int) evidence.calls().stream().filter(call -> ours.contains(call.messageId())).count();
  }

  /** A moment in which a fault begins or ends. */
  private record Turn(Duration at, String text, Runnable act) {}

  private void commit(List<Fault> faults) {
    List<Turn> turns = new ArrayList<>();
    for (Fault fault : faults) {
      turns.add(new Turn(fault.at(), fault.toString(), () -> villain.begin(fault)));
      turns.add(new Turn(fault.end(), fault.kind() + " is over", () -> villain.end(fault)));
    }
    turns.add(new Turn(pace.length(), "the run is over", () -> {}));
    turns.sort(Comparator.comparing(Turn::at));
    for (Turn turn : turns) {
      tendUntil(turn.at());
      note(turn.text());
      turn.act().run();
    }
  }

  private void answer(List<Asked> asked, Set<Asked> inTime) {
    List<Asked> answering =
        asked.stream()
            .filter(one -> one.answers().isPresent())
            .sorted(Comparator.comparing(one -> one.answers().orElseThrow()))
            .toList();
    for (Asked one : answering) {
      waitUntil(one.answers().orElseThrow());
      if (Patience.answer(Duration.ofMinutes(2), () -> town.answer(one))) {
        inTime.add(one);
      }
    }
  }

  private void tendUntil(Duration at) {
    nodes.forEach(Node::tend);
    for (Duration next = passed().plus(TENDED_EVERY);
        next.compareTo(at) < 0;
        next = passed().plus(TENDED_EVERY)) {
      waitUntil(next);
      nodes.forEach(Node::tend);
    }
    waitUntil(at);
  }

  private Duration passed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void waitUntil(Duration at) {
    long left = start + at.toNanos() - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = start + at.toNanos() - System.nanoTime();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether it all comes to rest in time. What waits for a retry or for a frozen clock is woken,
   * and woken again.
   */
  private boolean comesToRest(List<Asked> asked) {
    Set<String> invitations = new HashSet<>();
    asked.forEach(one -> invitations.add(one.invitation().toString()));
    long end = System.nanoTime() + pace.rest().toNanos();
    while (System.nanoTime() - end < 0) {
      nodes.forEach(Node::tend);
      if (Patience.within(Duration.ofSeconds(2), () -> isAtRest(invitations))) {
        return true;
      }
      Patience.answer(Duration.ofSeconds(20), this::wake);
    }
    return false;
  }

  private boolean wake() {
    town.wake();
    return true;
  }

  private boolean isAtRest(Set<String> invitations) {
    return nodes.stream().allMatch(Node::isUp)
        && tasksOf(invitations) == 0
        && post.hasBroughtAll()
        && receiptsToMatch(invitations) == 0;
  }

  /** Steps of this run that have a task. */
  private int tasksOf(Set<String> invitations) {
    return database
        .owner()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM contact.notification n JOIN ops.scheduled_tasks t"
                            + " ON t.task_name = 'send-step'"
                            + " AND left(t.task_instance, :length) = n.municipality_code || ':' || n.id"
                            + " WHERE n.invitation_id::text = ANY (:invitations)")
                    .bind("length", Evidence.TASK_LENGTH)
                    .bindArray("invitations", String.class, invitations.toArray())
                    .mapTo(Integer.class)
                    .one());
  }

  /** Receipts of this run that are not matched. */
  private int receiptsToMatch(Set<String> invitations) {
    Set<String> ours = new HashSet<>();
    post.receipts().stream()
        .filter(
            receipt ->
                receipt.messageId().length() > 36
                    && invitations.contains(receipt.messageId().substring(0, 36)))
        .forEach(receipt -> ours.add(receipt.beskedId()));
    return database
        .owner()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM intake.receipt"
                            + " WHERE status = 'WAITING' AND besked_id = ANY (:ours)")
                    .bindArray("ours", String.class, ours.toArray())
                    .mapTo(Integer.class)
                    .one());
  }

  private void note(String text) {
    events.add("%6d ms  %s".formatted(passed().toMillis(), text));
  }
}

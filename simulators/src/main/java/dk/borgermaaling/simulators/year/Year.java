package dk.borgermaaling.simulators.year;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A year of case events of all 98 municipalities in the order of telling, made while it is read.
 *
 * <p>People come evenly, and some of them came before the year: what is told of them in it is in
 * the middle of their course, so that no day differs from another. Of each person in a course one
 * small object is kept, with which the next event is made anew; people who have not come yet and
 * those who are done are not remembered at all.
 *
 * @param seed decides everything that looks like chance
 * @param start first day of the year, Danish civil time
 * @param events roughly how many: the true number is a few percent more or less
 */
public record Year(long seed, LocalDate start, int events) {
  /** Events of one life, on average; counted. */
  private static final double OF_A_LIFE = 8.5;

  public Year {
    int most = (int) (new Numbers(start).most() * OF_A_LIFE / 2);
    if (events < 1 || events > most) {
      throw new IllegalArgumentException("a year has from 1 to " + most + " events");
    }
  }

  /** The codes of the municipalities. */
  public static List<String> municipalities() {
    return new Inhabitants().codes();
  }

  /** What is told in the year, each event when it is asked for. */
  public Stream<YearEvent> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
        false);
  }

  /** As {@link #stream}. */
  public Iterator<YearEvent> iterator() {
    return new Telling();
  }

  private final class Telling implements Iterator<YearEvent> {
    private final Inhabitants inhabitants = new Inhabitants();
    private final Calendar calendar = new Calendar(start);
    private final Instant from = calendar.midnight(0);
    private final Instant end = calendar.midnight(Calendar.DAYS);
    private final int people =
        (int) Math.ceil(events / OF_A_LIFE * (Groups.LONGEST + Calendar.DAYS) / Calendar.DAYS);
    private final PriorityQueue<Next> waiting = new PriorityQueue<>();
    private int come;

    @Override
    public boolean hasNext() {
      welcome();
      return !waiting.isEmpty();
    }

    @Override
    public YearEvent next() {
      welcome();
      Next next = waiting.poll();
      if (next == null) {
        throw new NoSuchElementException("the year is over");
      }
      List<YearEvent> life = lifeOf(next.person());
      await(next.person(), life, next.index() + 1);
      return life.get(next.index());
    }

    /** Lets in everybody of whom something could be told before what waits. */
    private void welcome() {
      while (come < people
          && (waiting.isEmpty()
              || !calendar.midnight(firstDay(come)).isAfter(waiting.element().toldAt()))) {
        int person = come++;
        await(person, lifeOf(person), 0);
      }
    }

    private void await(int person, List<YearEvent> life, int index) {
      for (int next = index; next < life.size(); next++) {
        Instant toldAt = life.get(next).toldAt();
        if (!toldAt.isBefore(end)) {
          return;
        }
        if (!toldAt.isBefore(from)) {
          waiting.add(new Next(toldAt, person, next));
          return;
        }
      }
    }

    private List<YearEvent> lifeOf(int person) {
      return Life.of(new Chance(seed, person), calendar, inhabitants, person, firstDay(person));
    }

    private int firstDay(int person) {
      long days = Groups.LONGEST + Calendar.DAYS;
      return (int) (person * days / people) - Groups.LONGEST;
    }
  }

  /** Which event of a person is the next to be told. */
  private record Next(Instant toldAt, int person, int index) implements Comparable<Next> {
    @Override
    public int compareTo(Next other) {
      int byTime = toldAt.compareTo(other.toldAt);
      return byTime == 0 ? Integer.compare(person, other.person) : byTime;
    }
  }
}

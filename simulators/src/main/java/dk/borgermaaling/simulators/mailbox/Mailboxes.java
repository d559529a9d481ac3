package dk.borgermaaling.simulators.mailbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What has arrived, in order of arrival; filled again by its owner after a restart. */
public final class Mailboxes {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> attempts = new LinkedHashMap<>();
  private final Map<String, Integer> persons = new LinkedHashMap<>();
  private final List<Consumer<Letter>> readers = new CopyOnWriteArrayList<>();

  /**
   * A letter and where it lies.
   *
   * @param person number of the mailbox, which tells nothing about its owner
   * @param number number of the letter
   * @param attempts how often the sender has sent this message UUID
   */
  public record Entry(int person, int number, Letter letter, int attempts) {}

  /** Puts a letter into its mailbox. */
  public void add(Letter letter) {
    synchronized (this) {
      int person = persons.computeIfAbsent(letter.recipient(), cpr -> persons.size() + 1);
      entries.add(new Entry(person, entries.size() + 1, letter, 1));
      attempts.merge(letter.messageUuid(), 1, Integer::sum);
    }
    readers.forEach(reader -> reader.accept(letter));
  }

  /** Counts one more attempt to send a message that is there already. */
  public synchronized void again(String messageUuid) {
    attempts.merge(messageUuid, 1, Integer::sum);
  }

  public synchronized List<Entry> all() {
    return entries.stream().map(this::counted).toList();
  }

  public synchronized Optional<Entry> letter(int number) {
    return number < 1 || number > entries.size()
        ? Optional.empty()
        : Optional.of(counted(entries.get(number - 1)));
  }

  /** One mailbox, the newest letter first. */
  public synchronized List<Entry> of(int person) {
    List<Entry> found =
        new ArrayList<>(entries.stream().filter(entry -> entry.person() == person).toList());
    Collections.reverse(found);
    return found;
  }

  public synchronized int size() {
    return entries.size();
  }

  private Entry counted(Entry entry) {
    @Nullable Integer count = attempts.get(entry.letter().messageUuid());
    return new Entry(entry.person(), entry.number(), entry.letter(), count == null ? 1 : count);
  }

  /** Reads what is there and everything that comes; a letter may be shown twice. */
  public void read(Consumer<Letter> reader) {
    readers.add(reader);
    all().forEach(entry -> reader.accept(entry.letter()));
  }
}

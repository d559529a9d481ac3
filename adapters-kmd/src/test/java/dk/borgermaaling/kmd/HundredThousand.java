package dk.borgermaaling.kmd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A program: complete runs over a municipality of 100,000 citizens, to be started with a small
 * heap. Its Momentum and its gateway work rows out when they are asked, so that what lies in the
 * heap is the adapter's own. It prints how many events of what kind each run handed in.
 */
final class HundredThousand {
  private static final int CITIZENS = 100_000;
  private static final List<String> CODES = List.of("6.1", "6.2", "6.6", "6.7");
  private static final int PAGE = 1000;

  private HundredThousand() {}

  public static void main(String[] arguments) {
    Gateways gateway = new Gateways();
    Rows momentum = new Rows();
    FeedSettings settings = FakeGateway.settings(true, CODES.toArray(String[]::new));
    for (Consumer<Rows> change : momentum.story()) {
      change.accept(momentum);
      gateway.now = gateway.now.plusSeconds(86_400);
      gateway.told.clear();
      gateway.feed(settings).run(FakeGateway.ODENSE, momentum);
      System.out.println(gateway.told);
    }
  }

  private static String id(int citizen) {
    return UUID.nameUUIDFromBytes(("" + citizen).getBytes(ISO_8859_1)).toString();
  }

  private static final class Rows implements Momentum {
    private IntPredicate isThere = citizen -> true;
    private IntPredicate hasMoved = citizen -> false;
    private int conversations;

    /**
     * Everybody is new, with a conversation; nothing; a tenth has moved and an eleventh is gone.
     */
    List<Consumer<Rows>> story() {
      return List.of(
          rows -> rows.conversations = CITIZENS,
          rows -> rows.conversations = CITIZENS,
          rows -> {
            rows.isThere = citizen -> citizen % 11 != 0;
            rows.hasMoved = citizen -> citizen % 10 == 1;
          });
    }

    @Override
    public void citizensIn(String code, Span starts, Consumer<List<CitizenRow>> page) {
      List<CitizenRow> rows = new ArrayList<>();
      for (int citizen = 0; citizen < CITIZENS; citizen++) {
        boolean moved = hasMoved.test(citizen);
        String of = CODES.get((citizen + (moved ? 1 : 0)) % CODES.size());
        if (isThere.test(citizen) && of.equals(code)) {
          String start = moved ? "2026-11-10T23:00:00Z" : "2026-08-13T22:00:00Z";
          rows.add(new CitizenRow(id(citizen), cpr(citizen), of, start));
        }
        if (rows.size() == PAGE) {
          page.accept(rows);
          rows = new ArrayList<>();
        }
      }
      page.accept(rows);
    }

    @Override
    public void conversationsChanged(
        Instant from, @Nullable Instant to, Consumer<List<TaskRow>> page) {
      for (int first = 0; first < conversations; first += PAGE) {
        List<TaskRow> rows = new ArrayList<>();
        for (int task = first; task < first + PAGE; task++) {
          String at = "2026-11-23T07:%02d:%02dZ".formatted(task / 60 % 60, task % 60);
          rows.add(new TaskRow("t-" + task, 1, 1, at, at, id(task), "CITIZEN", "7", "TELEFON"));
        }
        page.accept(rows);
      }
    }

    @Override
    public Optional<String> cprOf(String citizenId) {
      throw new UnsupportedOperationException("the search carries it");
    }

    @Override
    public Optional<List<TaxonomyItem>> taxonomy(String code) {
      return Optional.empty();
    }
  }

  private static String cpr(int citizen) {
    return "67018%05d".formatted(citizen);
  }

  /** Counts what is handed in, and remembers outside of the heap, as the database does. */
  private static final class Gateways extends FakeGateway {
    private static final int SLOT = 160;
    private final Map<String, Integer> told = new TreeMap<>();
    private final CitizenNumbers keys = new CitizenNumbers();
    private final ByteBuffer slots = ByteBuffer.allocateDirect(4 * CITIZENS * SLOT);

    @Override
    public List<EventReceipt> register(List<CaseEvent> events) {
      List<EventReceipt> receipts = new ArrayList<>();
      for (CaseEvent event : events) {
        told.merge(event.happening().getClass().getSimpleName(), 1, Integer::sum);
        receipts.add(new EventReceipt.Stored(event.eventId()));
      }
      return receipts;
    }

    @Override
    public CitizenId idOf(Recipient recipient) {
      CprNumber cpr = ((Recipient.Person) recipient).cpr();
      return new CitizenId(new UUID(1, Long.parseLong(cpr.value())));
    }

    @Override
    public Recipient recipientOf(CitizenId id, MunicipalityCode municipality) {
      return new Recipient.Person(
          new CprNumber("%010d".formatted(id.value().getLeastSignificantBits())));
    }

    @Override
    public Optional<CitizenId> find(Recipient recipient) {
      return Optional.of(idOf(recipient));
    }

    @Override
    public Map<String, Entry> recall(
        EventSource source, MunicipalityCode municipality, Collection<String> wanted) {
      Map<String, Entry> found = new TreeMap<>();
      for (String key : wanted) {
        int number = keys.find(key);
        if (number >= 0) {
          found.put(key, entry(number));
        }
      }
      return found;
    }

    @Override
    public Page page(
        EventSource source, MunicipalityCode municipality, String prefix, String after, int limit) {
      List<String> found = new ArrayList<>();
      List<Entry> entries = new ArrayList<>();
      for (int i = after.isEmpty() ? 0 : keys.find(after) + 1;
          i < keys.size() && found.size() < limit;
          i++) {
        if (keys.id(i).startsWith(prefix)) {
          found.add(keys.id(i));
          entries.add(entry(i));
        }
      }
      return new Page(found, entries);
    }

    @Override
    public void remember(
        EventSource source, MunicipalityCode municipality, Map<String, Entry> entries) {
      entries.forEach(
          (key, entry) -> {
            byte[] state = entry.state().getBytes(ISO_8859_1);
            int at = keys.add(key) * SLOT;
            slots.putInt(at, entry.version()).putInt(at + 4, state.length);
            slots.put(at + 8, state);
          });
    }

    private Entry entry(int number) {
      byte[] state = new byte[slots.getInt(number * SLOT + 4)];
      slots.get(number * SLOT + 8, state);
      return new Entry(slots.getInt(number * SLOT), new String(state, ISO_8859_1));
    }
  }
}

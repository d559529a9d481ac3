package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.jpa.SqlDeadLetters;
import dk.borgermaaling.gateway.caseevent.jpa.SqlFeedMemory;
import dk.borgermaaling.gateway.caselist.crypto.TinkFileCipher;
import dk.borgermaaling.gateway.caselist.jpa.SqlCaseLists;
import dk.borgermaaling.gateway.caselist.sheet.FileReader;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import dk.borgermaaling.gateway.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lists put together on the core, without a server. */
public final class ListFixture {
  public static final ListLimits LIMITS = new ListLimits(8 << 20, 256L << 20, 100_000, 100, 5);

  public final RecordedNotificationPlan plan = new RecordedNotificationPlan();
  public final CoreFixture core = new CoreFixture(plan);
  public final SettableRealClock realClock = new SettableRealClock("2026-11-23T08:00:00Z");
  public final SqlCaseLists store = new SqlCaseLists(core.database.gateway());
  public final SqlFeedMemory memory = new SqlFeedMemory(core.database.gateway());
  public final SqlDeadLetters deadLetters = core.letters;
  public final Deque<UUID> queue = new ArrayDeque<>();
  public final ReadingTurn turn = new ReadingTurn();
  public final ListFiles files =
      new ListFiles(
          core.database.transactions(),
          store,
          TinkFileCipher.from(TestKeys.directory().resolve("vault.json")),
          new FileReader(LIMITS),
          core.surveyGroups,
          core.clock);
  public final CaseLists lists =
      new CaseLists(
          core.database.transactions(),
          store,
          files,
          new Previews(core.database.transactions(), files, core.vault, memory),
          queue::add,
          LIMITS,
          turn,
          realClock);
  public final Intake intake =
      new Intake(store, core.vault, memory, core.intake, core.events, deadLetters);

  public Registration registration() {
    return new Registration(core.database.transactions(), store, files, intake, turn, realClock);
  }

  /** Registers what is confirmed, as the scheduler would. */
  public void registerAll() {
    while (!queue.isEmpty()) {
      UUID id = queue.remove();
      if (!registration().run(id)) {
        queue.add(id);
      }
    }
  }

  /** Uploads lines of separated text and chooses the columns that their headings say. */
  CaseList uploaded(MunicipalityCode municipality, String... lines) {
    return uploaded(municipality, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  CaseList uploaded(MunicipalityCode municipality, byte[] file) {
    CaseList list = lists.upload("employee", municipality, file, kept -> {});
    Headings headings = lists.headings(list);
    List<ColumnMapping.Flaw> flaws = lists.choose(list, headings, lists.proposal(list, headings));
    if (!flaws.isEmpty()) {
      throw new AssertionError(flaws);
    }
    return lists.find(list.id()).orElseThrow();
  }

  /** Uploads, confirms and registers; returns the list as it ended. */
  CaseList registered(MunicipalityCode municipality, String... lines) {
    CaseList list = uploaded(municipality, lines);
    confirm(list);
    registerAll();
    return lists.find(list.id()).orElseThrow();
  }

  /** Says yes to the list as it would be read now. */
  CaseLists.Answer confirm(CaseList list) {
    ColumnMapping columns = store.find(list.id()).orElseThrow().columns();
    return lists.confirm(
        list.id(),
        columns == null ? "" : Fingerprint.of(columns, store.words(list.municipality())));
  }

  void explain(CaseList list, Field field, String word, String meaning) {
    lists.explain(list, new WordMapping(Map.of(field, Map.of(word, meaning))));
  }

  static Map<Counts.Name, Integer> counts(Object... namesAndNumbers) {
    Map<Counts.Name, Integer> counts = new HashMap<>();
    for (int i = 0; i < namesAndNumbers.length; i += 2) {
      counts.put((Counts.Name) namesAndNumbers[i], (Integer) namesAndNumbers[i + 1]);
    }
    return counts;
  }
}

package dk.borgermaaling.gateway.testing;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.caseevent.jpa.SqlFeedMemory;
import dk.borgermaaling.gateway.caselist.CaseList;
import dk.borgermaaling.gateway.caselist.CaseLists;
import dk.borgermaaling.gateway.caselist.Headings;
import dk.borgermaaling.gateway.caselist.Intake;
import dk.borgermaaling.gateway.caselist.ListFiles;
import dk.borgermaaling.gateway.caselist.ListLimits;
import dk.borgermaaling.gateway.caselist.Previews;
import dk.borgermaaling.gateway.caselist.ReadingTurn;
import dk.borgermaaling.gateway.caselist.Registration;
import dk.borgermaaling.gateway.caselist.crypto.TinkFileCipher;
import dk.borgermaaling.gateway.caselist.jpa.SqlCaseLists;
import dk.borgermaaling.gateway.caselist.sheet.FileReader;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An employee who uploads lists as separated text and says yes; what the yes has enqueued is
 * registered by others, as after a restart.
 */
public final class ListUpload {
  private static final ListLimits LIMITS = new ListLimits(8 << 20, 256L << 20, 100_000, 100, 20);
  private static final DateTimeFormatter DANISH =
      DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss");

  private final CoreFixture core;
  private final Heard heard;
  private final Queue<UUID> queue = new ArrayDeque<>();

  public ListUpload(CoreFixture core, Heard heard) {
    this.core = core;
    this.heard = heard;
  }

  /**
   * Uploads and confirms a list.
   *
   * @param rows of which each is a row: the case system's id is its entity, a group is told with
   *     its first day, or with the time at which it was started
   * @return the list when it is registered
   */
  public CaseList upload(MunicipalityCode municipality, List<CaseEvent> rows) {
    StringBuilder csv =
        new StringBuilder(
            "CPR;SagsID;Målgruppe;Målgruppe start;Samtaledato;Samtaletype;Samtaleform;"
                + "Forløbsstart;Forløbsslut;Aktør\n");
    rows.forEach(row -> csv.append(line(row)).append('\n'));
    CaseLists lists = lists();
    CaseList list =
        lists.upload(
            "employee", municipality, csv.toString().getBytes(StandardCharsets.UTF_8), kept -> {});
    Headings headings = lists.headings(list);
    if (!lists.choose(list, headings, lists.proposal(list, headings)).isEmpty()
        || lists.confirm(list.id(), seen(lists, list)) != CaseLists.Answer.TAKEN) {
      throw new AssertionError("the headings say which columns they are");
    }
    heard.forget();
    while (!queue.isEmpty()) {
      UUID id = queue.remove();
      if (!registration().run(id)) {
        queue.add(id);
      }
    }
    return lists().find(list.id()).orElseThrow();
  }

  private static String seen(CaseLists lists, CaseList list) {
    return lists.preview(lists.find(list.id()).orElseThrow()).fingerprint();
  }

  private static String line(CaseEvent row) {
    Happening happening = row.happening();
    TargetGroupCode group = row.targetGroup();
    Course course = row.course();
    boolean starts = happening instanceof Happening.TargetGroupStarted;
    boolean ends = happening instanceof Happening.CourseEnded;
    Happening.ConversationHeld held =
        happening instanceof Happening.ConversationHeld conversation ? conversation : null;
    return String.join(
        ";",
        ContractXml.cpr(row.recipient()),
        row.entityId(),
        group == null ? "" : group.code(),
        starts ? time(row.occurredAt()) : group == null ? "" : group.startDate().toString(),
        held == null ? "" : time(row.occurredAt()),
        held == null ? "" : Integer.toString(held.typeId()),
        held == null ? "" : held.form().name(),
        text(course.startDate()),
        ends ? time(row.occurredAt()) : "",
        text(course.responsibleActor()));
  }

  /** As a Danish spreadsheet or, on even seconds, as a BI tool writes it. */
  private static String time(Instant at) {
    LocalDateTime danish = LocalDateTime.ofInstant(at, BusinessClock.DENMARK);
    boolean once = BusinessClock.DENMARK.getRules().getValidOffsets(danish).size() == 1;
    return once && at.getEpochSecond() % 2 == 1 ? DANISH.format(danish) : at.toString();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private SqlCaseLists store() {
    return new SqlCaseLists(core.database.gateway());
  }

  private SqlFeedMemory memory() {
    return new SqlFeedMemory(core.database.gateway());
  }

  private ListFiles files() {
    return new ListFiles(
        core.database.transactions(),
        store(),
        TinkFileCipher.from(TestKeys.directory().resolve("vault.json")),
        new FileReader(LIMITS),
        core.surveyGroups,
        core.clock);
  }

  private CaseLists lists() {
    var transactions = core.database.transactions();
    return new CaseLists(
        transactions,
        store(),
        files(),
        new Previews(transactions, files(), core.vault, memory()),
        queue::add,
        LIMITS,
        new ReadingTurn(),
        Clock.systemUTC());
  }

  private Registration registration() {
    return new Registration(
        core.database.transactions(),
        store(),
        files(),
        new Intake(store(), core.vault, memory(), heard, core.events, core.letters),
        new ReadingTurn(),
        Clock.systemUTC());
  }
}

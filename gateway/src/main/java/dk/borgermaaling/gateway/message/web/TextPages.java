package dk.borgermaaling.gateway.message.web;

import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.message.Finding;
import dk.borgermaaling.gateway.message.MessageTemplate;
import dk.borgermaaling.gateway.message.TestSending;
import dk.borgermaaling.gateway.message.TextDesk;
import dk.borgermaaling.gateway.message.TextKey;
import dk.borgermaaling.gateway.message.TextStep;
import dk.borgermaaling.gateway.message.TextStore;
import dk.borgermaaling.gateway.message.TextVersion;
import dk.borgermaaling.gateway.message.TextVersion.State;
import dk.borgermaaling.gateway.message.web.TextViews.Entry;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.reporting.web.Choice;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Renders the pages of texts. */
@Dependent
public class TextPages {
  private static final int HISTORY = 20;
  private static final int UNPROCESSABLE = 422;
  private final TextStore store;
  private final TextDesk desk;
  private final TestSending tests;
  private final TextPlaces places;
  private final StaffPages pages;
  private final BusinessClock business;
  private final AuditLog audit;
  private final Clock real;

  @Inject
  public TextPages(
      TextStore store,
      TextDesk desk,
      TestSending tests,
      TextPlaces places,
      StaffPages pages,
      BusinessClock business,
      AuditLog audit,
      Clock real) {
    this.store = store;
    this.desk = desk;
    this.tests = tests;
    this.places = places;
    this.pages = pages;
    this.business = business;
    this.audit = audit;
    this.real = real;
  }

  Response list(Staff staff, List<String> problems) {
    LocalDate today = business.today();
    return page(
        staff,
        "messages/list.jte",
        problems,
        Map.of(
            "texts",
            store.current(today).stream().map(Shown::of).map(this::entry).toList(),
            "builtIn",
            Arrays.stream(TextStep.values())
                .flatMap(
                    step ->
                        Arrays.stream(Channel.values())
                            .map(channel -> entry(Shown.builtIn(step, channel))))
                .toList(),
            "steps",
            Arrays.stream(TextStep.values())
                .map(step -> new Choice(step.name(), step.danish(), step == TextStep.FIRST))
                .toList(),
            "channels",
            Arrays.stream(Channel.values())
                .map(
                    channel ->
                        new Choice(
                            channel.name(),
                            TextWords.channel(channel),
                            channel == Channel.DIGITAL_POST))
                .toList()));
  }

  /**
   * One text, with what it would look like.
   *
   * @param sender whose message is shown; another when this one could not send it
   * @param result of the test that was just sent; empty when none was
   */
  Response show(
      Staff staff,
      Shown shown,
      @Nullable MunicipalityCode sender,
      String result,
      List<String> problems) {
    MessageTemplate text = shown.text();
    List<Finding> findings = desk.check(text, day(shown));
    List<Municipality> senders = places.senders(text.key());
    Optional<Municipality> from = chosen(senders, sender);
    boolean own = shown.version() != null && shown.version().author().equals(staff.getName());
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("entry", entry(shown));
    values.put("fields", TextViews.fields(text, findings));
    values.put("findings", TextViews.general(findings));
    values.put("fit", findings.stream().noneMatch(Finding::stops));
    values.put(
        "preview",
        readable(findings)
            ? from.map(one -> TextViews.Preview.of(tests.preview(text, one))).orElse(null)
            : null);
    values.put("sender", from.map(one -> one.code().value()).orElse(""));
    values.put(
        "senders", TextPlaces.senderChoices(senders, from.map(Municipality::code).orElse(null)));
    values.put("form", UUID.randomUUID().toString());
    values.put("result", result);
    values.put("draft", shown.isIn(State.DRAFT));
    values.put("proposed", shown.isIn(State.PROPOSED));
    values.put("ends", shown.version() != null && shown.version().holdsFrom(business.today()));
    values.put("own", own);
    values.put("note", shown.version() == null ? "" : shown.version().note());
    difference(shown, values);
    values.put("events", events(shown));
    values.put("history", history(shown));
    return page(staff, "messages/text.jte", problems, values);
  }

  private void difference(Shown shown, Map<String, @Nullable Object> values) {
    boolean compared = shown.isIn(State.DRAFT) || shown.isIn(State.PROPOSED);
    Shown before = compared ? replaced(shown.text().key()) : shown;
    values.put("compared", compared);
    values.put("before", before.text().name());
    values.put("changes", TextViews.changes(before.text(), shown.text()));
  }

  /** What is in use for the same, else the built-in text. */
  private Shown replaced(TextKey key) {
    LocalDate today = business.today();
    return store.inUse(key, today).stream()
        .filter(version -> version.holdsOn(today))
        .findFirst()
        .map(Shown::of)
        .orElseGet(() -> Shown.builtIn(key.step(), key.channel()));
  }

  /** The form, with findings beside the fields. */
  Response edit(Staff staff, Shown shown, List<String> problems) {
    MessageTemplate text = shown.text();
    TextVersion version = shown.version();
    List<Finding> findings = desk.check(text, day(shown));
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("entry", entry(shown));
    values.put("fields", TextViews.fields(text, findings));
    values.put("findings", TextViews.general(findings));
    values.put("fit", findings.stream().noneMatch(Finding::stops));
    values.put("placeholders", TextViews.placeholders(text.channel()));
    values.put("municipalities", places.municipalityChoices(text.key().municipality()));
    values.put("rounds", places.roundChoices(text.key().round()));
    values.put("groups", places.groupChoices(text.key().surveyGroup()));
    values.put("variant", text.key().variant());
    values.put("from", day(shown).toString());
    values.put("note", version == null ? "" : version.note());
    return page(staff, "messages/edit.jte", problems, values);
  }

  /** Whether everything could be read, so that there is something to show. */
  static boolean readable(List<Finding> findings) {
    return findings.stream()
        .allMatch(
            finding ->
                switch (finding.kind()) {
                  case UNKNOWN_PLACEHOLDER,
                      PLACEHOLDER_NOT_HERE,
                      OPEN_BRACE,
                      STRAY_BRACE,
                      OPEN_BOLD,
                      BAD_LINK,
                      LANGUAGES_NOT_ALONE,
                      EMPTY,
                      NOT_XML ->
                      false;
                  default -> true;
                });
  }

  /** The municipality that was asked for, else the first. */
  static Optional<Municipality> chosen(
      List<Municipality> senders, @Nullable MunicipalityCode wanted) {
    return senders.stream()
        .filter(one -> one.code().equals(wanted))
        .findFirst()
        .or(() -> senders.stream().findFirst());
  }

  private LocalDate day(Shown shown) {
    return shown.version() == null ? business.today() : shown.version().from();
  }

  private Entry entry(Shown shown) {
    TextKey key = shown.text().key();
    TextVersion version = shown.version();
    return new Entry(
        shown.id(),
        shown.text().name(),
        places.place(key.municipality()),
        places.round(key.round()),
        places.group(key.surveyGroup()),
        key.step().danish() + (key.variant().isEmpty() ? "" : ", arm " + key.variant()),
        TextWords.channel(key.channel()),
        version == null ? "Indbygget" : TextWords.state(version, business.today()),
        version == null ? "altid" : TextWords.period(version),
        version == null ? "" : version.author());
  }

  private List<TextViews.Event> events(Shown shown) {
    return shown.version() == null
        ? List.of()
        : TextViews.events(shown.version(), business.today());
  }

  private List<Entry> history(Shown shown) {
    return store.history(shown.text().key(), HISTORY).stream()
        .map(Shown::of)
        .filter(one -> !one.id().equals(shown.id()))
        .map(this::entry)
        .toList();
  }

  private Response page(
      Staff staff,
      String template,
      List<String> problems,
      Map<String, ? extends @Nullable Object> values) {
    audit.note(real.instant(), staff.getName(), AuditLog.Action.SAW_CONSOLE, null);
    Map<String, @Nullable Object> all = new HashMap<>(values);
    all.put("problems", problems);
    Response page = pages.page(staff, MessageTextsResource.PATH, template, all);
    return problems.isEmpty() ? page : Response.fromResponse(page).status(UNPROCESSABLE).build();
  }
}

package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.audit.AuditLog.Action;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.CprNumbers;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.message.TextVersion.Closing;
import dk.borgermaaling.gateway.message.TextVersion.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What operators do with texts. One writes, another takes it into use; taking it out of use needs
 * one person alone, because a wrong text must be stopped at once and what takes over has been
 * checked. User names are those of accounts.
 */
public final class TextDesk {
  private static final int LONGEST_NOTE = 2_000;
  private static final int LONGEST_NAME = 100;
  private static final int MOST_DAYS_AHEAD = 400;
  private final TextStore store;
  private final Function<LocalDate, Surroundings> surroundings;
  private final AuditLog audit;
  private final Transactions transactions;
  private final Runnable changed;
  private final BusinessClock business;
  private final Clock real;

  /**
   * @param changed called after a text has come into use or gone
   */
  public TextDesk(
      TextStore store,
      Function<LocalDate, Surroundings> surroundings,
      AuditLog audit,
      Transactions transactions,
      Runnable changed,
      BusinessClock business,
      Clock real) {
    this.store = store;
    this.surroundings = surroundings;
    this.audit = audit;
    this.transactions = transactions;
    this.changed = changed;
    this.business = business;
    this.real = real;
  }

  /** What the checks say of a text on a day, or today when the day is over. */
  public List<Finding> check(MessageTemplate text, LocalDate day) {
    LocalDate today = business.today();
    return TextChecks.of(text, surroundings.apply(day.isBefore(today) ? today : day));
  }

  /** A new draft, whatever is wrong with it. */
  public TextVersion draft(MessageTemplate text, String author) {
    TextVersion draft =
        new TextVersion(
            UUID.randomUUID(),
            text,
            State.DRAFT,
            business.today(),
            null,
            "",
            author,
            real.instant(),
            null,
            null,
            null);
    TextVersion named = edited(draft, text, business.today(), "");
    transactions.runInOne(() -> store.insert(named));
    return named;
  }

  /** Keeps what the author has written, whatever is wrong with it. */
  public TextVersion edit(
      UUID id, String author, MessageTemplate text, LocalDate from, String note) {
    return change(
        id,
        version -> {
          own(version, author);
          return edited(version, text, from, note);
        });
  }

  private TextVersion edited(
      TextVersion version, MessageTemplate text, LocalDate from, String note) {
    List<String> problems = new ArrayList<>();
    String name = text.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      problems.add("Giv teksten et navn på højst 100 tegn.");
    }
    if (note.length() > LONGEST_NOTE) {
      problems.add("Begrundelsen må højst være på 2.000 tegn.");
    }
    if (CprNumbers.areIn(name) || CprNumbers.areIn(note)) {
      problems.add("Navn og begrundelse må ikke have et CPR-nummer.");
    }
    if (from.isAfter(business.today().plusDays(MOST_DAYS_AHEAD))) {
      problems.add("Teksten skal tages i brug inden for 400 dage.");
    }
    if (text.parts().values().stream().anyMatch(part -> part.length() > Part.BODY.longest())) {
      problems.add("En del af teksten er for lang til at blive gemt.");
    }
    if (!problems.isEmpty()) {
      throw new TextRefused(problems);
    }
    return new TextVersion(
        version.id(),
        new MessageTemplate(version.id(), name, text.key(), text.parts()),
        State.DRAFT,
        from,
        null,
        note.strip(),
        version.author(),
        version.draftedAt(),
        null,
        null,
        null);
  }

  public void delete(UUID id, String author) {
    transactions.runInOne(
        () -> {
          own(held(id), author);
          store.deleteDraft(id);
        });
  }

  /** Asks another person; refused while the checks find anything. */
  public TextVersion propose(UUID id, String author) {
    return noted(
        id,
        author,
        Action.PROPOSED_MESSAGE_TEXT,
        version -> {
          own(version, author);
          if (version.note().isBlank()) {
            throw new TextRefused("Skriv, hvorfor teksten skal bruges.");
          }
          fit(version, version.from());
          return version.with(State.PROPOSED, real.instant(), null);
        });
  }

  /** Takes the text into use, from its day or from today, in place of the one of the same key. */
  public TextVersion confirm(UUID id, String by) {
    TextVersion done =
        noted(
            id,
            by,
            Action.CONFIRMED_MESSAGE_TEXT,
            version -> {
              proposed(version);
              if (version.author().equals(by)) {
                throw new TextRefused("En anden end den, der har skrevet teksten, skal bekræfte.");
              }
              LocalDate today = business.today();
              LocalDate from = version.from().isBefore(today) ? today : version.from();
              fit(version, from);
              Closing decision = new Closing(by, real.instant(), "");
              return makeRoom(
                  version.with(State.IN_USE, version.proposedAt(), decision), from, today);
            });
    changed.run();
    return done;
  }

  /** Ends what holds on the new text's first day, and lets it end where the next one begins. */
  private TextVersion makeRoom(TextVersion version, LocalDate from, LocalDate today) {
    LocalDate to = null;
    for (TextVersion other : store.inUse(version.text().key(), today)) {
      if (other.from().isAfter(from)) {
        to = to == null || other.from().isBefore(to) ? other.from() : to;
      } else {
        store.update(other.holding(other.from(), from, other.ending()));
      }
    }
    return version.holding(from, to, null);
  }

  /** Also by the author, who takes the proposal back. */
  public TextVersion reject(UUID id, String by, String note) {
    return noted(
        id,
        by,
        Action.REJECTED_MESSAGE_TEXT,
        version -> {
          proposed(version);
          Closing decision = new Closing(by, real.instant(), reason(note));
          return version.with(State.REJECTED, version.proposedAt(), decision);
        });
  }

  /** Takes the text out of use at once; the next most specific one takes over. */
  public TextVersion end(UUID id, String by, String note) {
    TextVersion done =
        noted(
            id,
            by,
            Action.ENDED_MESSAGE_TEXT,
            version -> {
              LocalDate today = business.today();
              if (!version.holdsFrom(today)) {
                throw new TextRefused("Teksten er ikke i brug.");
              }
              LocalDate to = version.from().isAfter(today) ? version.from() : today;
              return version.holding(
                  version.from(), to, new Closing(by, real.instant(), reason(note)));
            });
    changed.run();
    return done;
  }

  private static String reason(String note) {
    if (note.isBlank() || note.length() > LONGEST_NOTE || CprNumbers.areIn(note)) {
      throw new TextRefused("Skriv hvorfor, højst 2.000 tegn og uden CPR-nummer.");
    }
    return note.strip();
  }

  private void fit(TextVersion version, LocalDate day) {
    List<String> stops =
        check(version.text(), day).stream().filter(Finding::stops).map(Finding::text).toList();
    if (!stops.isEmpty()) {
      throw new TextRefused(stops);
    }
  }

  private static void own(TextVersion version, String author) {
    if (version.state() != State.DRAFT || !version.author().equals(author)) {
      throw new TextRefused("Kun den, der har lavet kladden, kan ændre den.");
    }
  }

  private static void proposed(TextVersion version) {
    if (version.state() != State.PROPOSED) {
      throw new TextRefused("Teksten venter ikke på bekræftelse.");
    }
  }

  private TextVersion change(UUID id, Function<TextVersion, TextVersion> step) {
    return stored(id, null, "", step);
  }

  private TextVersion noted(
      UUID id, String by, Action action, Function<TextVersion, TextVersion> step) {
    return stored(id, action, by, step);
  }

  private TextVersion stored(
      UUID id, @Nullable Action action, String by, Function<TextVersion, TextVersion> step) {
    Supplier<TextVersion> work =
        () -> {
          TextVersion next = step.apply(held(id));
          store.update(next);
          if (action != null) {
            audit.note(real.instant(), by, action, next.text().key().municipality(), id.toString());
          }
          return next;
        };
    return transactions.inOne(work);
  }

  private TextVersion held(UUID id) {
    return store.hold(id).orElseThrow(() -> new TextRefused("Teksten findes ikke mere."));
  }
}

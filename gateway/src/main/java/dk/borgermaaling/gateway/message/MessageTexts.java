package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.kernel.Snapshot;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text for a message, makes sure that it may still be used, and fills it. What it knows
 * of texts and their surroundings is as last read: asking costs no query.
 */
public final class MessageTexts {
  private final Snapshot<Known> known;
  private final Function<LocalDate, Surroundings> surroundings;
  private final Supplier<LocalDate> today;

  /**
   * @param texts all that are in use, or will be
   * @param surroundings of a day, as last read; called once a day and after each reading
   * @param today Danish civil date, business time
   */
  public MessageTexts(
      Supplier<List<TextInUse>> texts,
      Function<LocalDate, Surroundings> surroundings,
      Supplier<LocalDate> today) {
    this.known = new Snapshot<>("the texts of messages", () -> new Known(texts.get()));
    this.surroundings = surroundings;
    this.today = today;
  }

  /** Texts where nobody has written any, for municipalities that all name the same contact. */
  public static MessageTexts builtIn(String contact, URI longestLink) {
    Surroundings around =
        new Surroundings(
            List.of(),
            List.of(),
            RevealingWords.of(WordLists.revealing(), WordLists.harmless(), List.of()),
            Map.of(),
            contact,
            List.of(Duties.DANISH),
            longestLink);
    MessageTexts texts = new MessageTexts(List::of, day -> around, () -> LocalDate.EPOCH);
    texts.refresh();
    return texts;
  }

  /** Reads everything again; what was found out about texts is found out anew. */
  public void refresh() {
    known.refresh();
  }

  /** What one citizen's message has beyond its text. */
  public record Personal(@Nullable LocalDate lastDay, @Nullable URI link) {
    /** The link may not reach a log. */
    @Override
    public String toString() {
      return "Personal[]";
    }
  }

  /**
   * The text for an occasion on a day: the most specific that is in use, else the built-in one.
   *
   * @see TextKey#MOST_SPECIFIC_FIRST
   */
  public MessageTemplate choose(Occasion occasion, LocalDate day) {
    return known.get().texts.stream()
        .filter(one -> one.holdsOn(day) && one.text().key().holdsFor(occasion))
        .map(TextInUse::text)
        .min(Comparator.comparing(MessageTemplate::key, TextKey.MOST_SPECIFIC_FIRST))
        .orElseGet(() -> BuiltInTexts.of(occasion.step(), occasion.channel()));
  }

  /**
   * Whether today's texts depend on anything beyond municipality, step and channel; when not,
   * nobody need look up what the occasion is.
   */
  public boolean needsOccasion() {
    return !known.get().texts.isEmpty();
  }

  /** The words of a message that leaves today, all of them or none. */
  public Words write(Occasion occasion, Municipality municipality, Personal personal) {
    LocalDate date = today.get();
    MessageTemplate text = choose(occasion, date);
    Day day = known.get().day(date, surroundings);
    Optional<Finding> stops = day.stopping(text, municipality);
    if (stops.isPresent()) {
      return new Words.Unfit(reason(text, stops.get().text()));
    }
    Filling.Result filled = Filling.of(text, values(day.around, municipality, personal));
    return filled.missing().isEmpty()
        ? new Words.Ready(filled.text())
        : new Words.Unfit(
            reason(
                text,
                "der er intet at sætte ind for "
                    + filled.missing().iterator().next().written()
                    + "."));
  }

  private static Values values(Surroundings around, Municipality municipality, Personal personal) {
    return new Values(
        municipality.authorityName(),
        around.contactOf(municipality),
        around.languages(),
        personal.lastDay(),
        personal.link());
  }

  private static String reason(MessageTemplate text, String why) {
    return "Beskedteksten »" + text.name() + "« kan ikke sendes: " + why;
  }

  /** What was read, and what was found out with it. */
  private static final class Known {
    private final List<TextInUse> texts;
    private volatile @Nullable Day current;

    Known(List<TextInUse> texts) {
      this.texts = List.copyOf(texts);
    }

    Day day(LocalDate date, Function<LocalDate, Surroundings> surroundings) {
      Day day = current;
      if (day == null || !day.date.equals(date)) {
        day = new Day(date, surroundings.apply(date));
        current = day;
      }
      return day;
    }
  }

  private static final class Day {
    private final LocalDate date;
    private final Surroundings around;
    private final Map<Verdict, Optional<Finding>> verdicts = new ConcurrentHashMap<>();

    Day(LocalDate date, Surroundings around) {
      this.date = date;
      this.around = around;
    }

    Optional<Finding> stopping(MessageTemplate text, Municipality municipality) {
      return verdicts.computeIfAbsent(
          new Verdict(text.id(), text.key(), municipality),
          ignored -> TextChecks.stopping(text, around.of(municipality)));
    }
  }

  private record Verdict(@Nullable UUID text, TextKey key, Municipality municipality) {}
}

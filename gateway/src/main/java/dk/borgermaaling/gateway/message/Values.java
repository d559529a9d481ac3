package dk.borgermaaling.gateway.message;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is filled in.
 *
 * @param authority the municipality's legal name
 * @param contact whom to ask; blank when nobody is named
 * @param languages of the questionnaire, for example {@code da}
 * @param lastDay Danish civil date on which it can still be answered; null when it is not known
 * @param link null for a channel without one
 */
public record Values(
    String authority,
    String contact,
    List<String> languages,
    @Nullable LocalDate lastDay,
    @Nullable URI link) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.forLanguageTag("da-DK"));

  public Values {
    languages = List.copyOf(languages);
  }

  /** The text for a placeholder; empty when there is none. */
  Optional<String> of(Placeholder placeholder) {
    String found =
        switch (placeholder) {
          case MUNICIPALITY -> authority;
          case CLOSES -> lastDay == null ? "" : DAY.format(lastDay);
          case LINK -> link == null ? "" : link.toString();
          case LANGUAGES -> "";
          default -> Duties.words(placeholder, authority, contact);
        };
    return Optional.of(found).filter(text -> !text.isBlank());
  }

  /** The link may not reach a log. */
  @Override
  public String toString() {
    return "Values[" + authority + "]";
  }
}

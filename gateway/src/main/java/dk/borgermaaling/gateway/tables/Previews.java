package dk.borgermaaling.gateway.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that was found out of a change, part by part.
 *
 * @param broughtForward as in {@link ChangePreview.Question}
 */
public record Previews(@Nullable LocalDate broughtForward, List<Part> parts) {
  public static final Previews NONE = new Previews(null, List.of());

  public record Part(String heading, Preview preview) {}

  public Previews {
    parts = List.copyOf(parts);
  }

  /** The part under a heading. */
  public Optional<Preview> part(String heading) {
    return parts.stream()
        .filter(part -> part.heading().equals(heading))
        .map(Part::preview)
        .findFirst();
  }

  public boolean isEmpty() {
    return parts.stream().allMatch(part -> part.preview().isEmpty());
  }

  /**
   * What differs from an earlier look at the same change; a part that was not there counts as 0.
   */
  public Previews since(Previews earlier) {
    return new Previews(
        broughtForward,
        parts.stream()
            .map(
                part ->
                    new Part(
                        part.heading(),
                        part.preview().since(earlier.part(part.heading()).orElse(Preview.NOTHING))))
            .toList());
  }
}

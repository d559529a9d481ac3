package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a text is for. Null means all. Step, channel and language are always named: they are never
 * filled in from another.
 *
 * @param variant the arm of a trial that it belongs to; empty for the ordinary text
 */
public record TextKey(
    @Nullable MunicipalityCode municipality,
    @Nullable UUID round,
    @Nullable String surveyGroup,
    TextStep step,
    Channel channel,
    String language,
    String variant) {
  /**
   * The most specific first: a text of the arm before one of no arm, then of the round, of the
   * municipality, of the survey group. Of two texts for one occasion this never says that they are
   * equal, because no two texts of one key hold on one day.
   */
  static final Comparator<TextKey> MOST_SPECIFIC_FIRST =
      Comparator.comparing((TextKey key) -> key.variant().isEmpty())
          .thenComparing(key -> key.round() == null)
          .thenComparing(key -> key.municipality() == null)
          .thenComparing(key -> key.surveyGroup() == null);

  /** For everybody. */
  public static TextKey forAll(TextStep step, Channel channel, String language) {
    return new TextKey(null, null, null, step, channel, language, "");
  }

  boolean holdsFor(Occasion occasion) {
    return step == occasion.step()
        && channel == occasion.channel()
        && language.equals(occasion.language())
        && (variant.isEmpty() || variant.equals(occasion.variant()))
        && (round == null || round.equals(occasion.round()))
        && (municipality == null || municipality.equals(occasion.municipality()))
        && (surveyGroup == null || surveyGroup.equals(occasion.surveyGroup()));
  }

  /** One line for a unique index; in it nothing is null. */
  public String asText() {
    return String.join(
        "/",
        municipality == null ? "" : municipality.value(),
        round == null ? "" : round.toString(),
        surveyGroup == null ? "" : surveyGroup,
        step.name(),
        channel.name(),
        language,
        variant);
  }
}

package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.kernel.Problem;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as Fasit tells it: texts of the contract's forms, not yet understood. {@link
 * #toString()} names the event alone.
 */
public final class FasitEvent {
  private final Map<FasitField, String> fields;

  /**
   * Takes texts that {@link #problemOf} has checked.
   *
   * @throws NullPointerException when a required one is missing
   */
  public FasitEvent(Map<FasitField, String> fields) {
    this.fields = Collections.unmodifiableMap(new EnumMap<>(fields));
    for (FasitField field : FasitField.values()) {
      if (field.isRequired()) {
        Objects.requireNonNull(fields.get(field), field.fieldName());
      }
    }
  }

  /** What is wrong first, in the order of the fields; empty when they make an event. */
  public static Optional<Problem> problemOf(Map<FasitField, String> fields) {
    for (FasitField field : FasitField.values()) {
      String value = fields.get(field);
      if (value == null ? field.isRequired() : !field.fits(value)) {
        return Optional.of(
            new Problem.Malformed(
                field.fieldName(),
                value == null ? "there: " + field.expected() : field.expected()));
      }
    }
    return Optional.empty();
  }

  /** The event's id among fields that may be anything; null when they have none that is one. */
  public static @Nullable UUID idIn(Map<FasitField, String> fields) {
    String told = fields.get(FasitField.EVENT_ID);
    return told != null && FasitField.EVENT_ID.fits(told) ? UUID.fromString(told) : null;
  }

  /** The same of the entity's id. */
  static @Nullable String entityIn(Map<FasitField, String> fields) {
    String told = fields.get(FasitField.ENTITY_ID);
    return told != null && FasitField.ENTITY_ID.fits(told) ? told : null;
  }

  public UUID eventId() {
    return UUID.fromString(required(FasitField.EVENT_ID));
  }

  String entityId() {
    return required(FasitField.ENTITY_ID);
  }

  /** Null when Fasit does not tell it. */
  public @Nullable String get(FasitField field) {
    return fields.get(field);
  }

  /** A field that every event has. */
  String required(FasitField field) {
    return Objects.requireNonNull(fields.get(field), field.fieldName());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FasitEvent event && event.fields.equals(fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return "FasitEvent[" + fields.get(FasitField.EVENT_ID) + "]";
  }
}

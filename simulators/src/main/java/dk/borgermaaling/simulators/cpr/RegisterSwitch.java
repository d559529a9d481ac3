package dk.borgermaaling.simulators.cpr;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the register can say of a person, or do instead of answering, each by its name. */
public enum RegisterSwitch {
  DEAD,
  EMIGRATED,
  MISSING,
  /** Lives in the next municipality. */
  MOVED,
  /** Name and address are protected. */
  PROTECTED,
  /** A resident without a street: a hostel, the road without a name. */
  NO_ADDRESS,
  UNKNOWN_PERSON,
  /** Answers after {@code seconds}. */
  SLOW,
  /** A fault of the source behind. */
  ERROR,
  /** A fault that says that no agreement allows the call. */
  NO_AGREEMENT;

  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<RegisterSwitch> of(String slug) {
    return Arrays.stream(values()).filter(value -> value.slug().equals(slug)).findFirst();
  }
}

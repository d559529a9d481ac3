package dk.borgermaaling.gateway.invitation;

import java.util.Locale;
import java.util.Optional;

/**
 * A code that a citizen types from a letter, in place of a link that nobody can type: twelve
 * characters and a check character of an alphabet without look-alikes (Crockford's base 32: no I,
 * L, O and U), for example {@code 7K3M-9QXT-4HFWC}.
 *
 * <p>Twelve characters are 60 bits. With a million codes of open invitations and 100 wrong codes a
 * second, which is what two nodes let through from all the world together ({@code
 * gateway.letter.wrong-codes-a-minute}), somebody who guesses day and night hits one of them in
 * 2^60 / 10^6 / 100 seconds, 365 years, on average. The check character keeps slips of the finger
 * from costing a try: it is wrong for every single wrong character, and for 30 of 31 neighbours
 * swapped.
 */
public final class LetterCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CHARACTERS = 12;
  private static final int BITS_EACH = 5;
  private static final int BASE = 32;
  private static final int LONGEST_TYPED = 64;

  private final String text;

  private LetterCode(String text) {
    this.text = text;
  }

  /** The code of the lowest 60 bits. */
  public static LetterCode of(long bits) {
    StringBuilder text = new StringBuilder();
    for (int i = CHARACTERS - 1; i >= 0; i--) {
      text.append(ALPHABET.charAt((int) (bits >>> (i * BITS_EACH)) & (BASE - 1)));
    }
    return new LetterCode(text.append(check(text)).toString());
  }

  /**
   * What a person has typed: small letters, spaces and hyphens wherever, O for 0, I and L for 1.
   * Empty when it cannot be a code of ours.
   */
  public static Optional<LetterCode> typed(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    String text =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}._]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean ours =
        text.length() == CHARACTERS + 1
            && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
            && text.charAt(CHARACTERS) == check(text);
    return ours ? Optional.of(new LetterCode(text)) : Optional.empty();
  }

  /** Odd weights: no single change leaves the sum as it was. */
  private static char check(CharSequence text) {
    int sum = 0;
    for (int i = 0; i < CHARACTERS; i++) {
      sum += (2 * i + 1) * ALPHABET.indexOf(text.charAt(i));
    }
    return ALPHABET.charAt(sum % BASE);
  }

  /** All its characters, without hyphens: for a keyed hash. */
  public String value() {
    return text;
  }

  /** As it is printed. */
  public String grouped() {
    return text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LetterCode code && code.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Not the code: it may reach no log. */
  @Override
  public String toString() {
    return "LetterCode[not shown]";
  }
}

package dk.borgermaaling.gateway.kernel;

import java.util.regex.Pattern;

/**
 * The code of a municipality (kommunekode): four digits with the leading zero, for example 0461 for
 * Odense. Kept as text, because the zero is part of it.
 */
public record MunicipalityCode(String value) implements Comparable<MunicipalityCode> {
  private static final Pattern FORM = Pattern.compile("0[0-9]{3}");

  /** No municipality has it: where a row must name one and none is known. */
  public static final MunicipalityCode NONE = new MunicipalityCode("0000");

  public MunicipalityCode {
    if (!FORM.matcher(value).matches()) {
      throw new ProblemException(
          new Problem.Malformed("municipalityCode", "four digits, the first a zero"));
    }
  }

  @Override
  public int compareTo(MunicipalityCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

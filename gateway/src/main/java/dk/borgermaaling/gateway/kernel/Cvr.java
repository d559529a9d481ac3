package dk.borgermaaling.gateway.kernel;

import java.util.regex.Pattern;

/** The number of an authority or company in the business register (CVR-nummer): eight digits. */
public record Cvr(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{8}");

  public Cvr {
    if (!FORM.matcher(value).matches()) {
      throw new ProblemException(new Problem.Malformed("cvrNumber", "eight digits"));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

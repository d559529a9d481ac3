package dk.borgermaaling.gateway.invitation;

import java.util.regex.Pattern;

/**
 * A step of the plan that sends something: {@code first}, {@code reminder-1}, {@code reminder-2}
 * and so on.
 */
public record Step(String name) {
  private static final Pattern FORM = Pattern.compile("first|reminder-[1-9]");
  public static final Step FIRST = new Step("first");

  public Step {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException("not a step: " + name);
    }
  }

  public static Step reminder(int number) {
    return new Step("reminder-" + number);
  }

  public boolean isReminder() {
    return !equals(FIRST);
  }

  @Override
  public String toString() {
    return name;
  }
}

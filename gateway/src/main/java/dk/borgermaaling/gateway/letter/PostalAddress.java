package dk.borgermaaling.gateway.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Name and address of a citizen in Denmark, as a letter carries them. Never stored, never in a log.
 * The parts are written as the schema of remote print (fjernprint) wants them: no leading zeros, a
 * capital letter after the number of the house, {@code st} and {@code kl} without a full stop.
 *
 * @param name as the register addresses the citizen (adresseringsnavn)
 * @param careOf without {@code c/o} in front
 * @param building number of the house and its letter, for example {@code 12B}
 * @param suite the door, for example {@code tv}
 * @param place village or part of a town (bynavn)
 */
public record PostalAddress(
    String name,
    @Nullable String careOf,
    String street,
    String building,
    @Nullable String floor,
    @Nullable String suite,
    @Nullable String place,
    String postCode,
    String postDistrict) {
  /** Longest line of a label: of the schema's free lines, and what fits in the window. */
  public static final int LINE = 34;

  /** Lines that fit in the window of an envelope, the name's among them. */
  public static final int LINES = 7;

  private static final int LONGEST_NAME = 130;
  private static final int LONGEST_STREET = 40;
  private static final int MOST_FREE_LINES = 6;
  private static final Pattern BUILDING = Pattern.compile("[1-9][0-9]{0,2}[A-Z]?");
  private static final Pattern FLOOR = Pattern.compile("[1-9][0-9]?|kl|st|k[2-9]");
  private static final Pattern POST_CODE = Pattern.compile("[0-9]{4}");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  public PostalAddress {
    name = tidy(name);
    careOf = present(careOf == null ? null : tidy(careOf).replaceFirst("(?i)^c/o:? *", ""));
    street = tidy(street);
    building = withoutZeros(tidy(building).replace(" ", "").toUpperCase(Locale.ROOT));
    floor = small(floor);
    suite = small(suite);
    place = present(place == null ? null : tidy(place));
    postCode = tidy(postCode);
    postDistrict = tidy(postDistrict);
  }

  /** What is wrong with it, without any of it; empty when a letter can carry it. */
  public Optional<String> defect() {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return Optional.of("the name must have 1 to 130 characters");
    }
    if (!POST_CODE.matcher(postCode).matches()) {
      return Optional.of("the post code must have four digits");
    }
    if (street.isEmpty()) {
      return Optional.of("the street is missing");
    }
    if (!isStructured() && freeLines().size() > MOST_FREE_LINES) {
      return Optional.of("the address does not fit in six lines of 34 characters");
    }
    return label().size() > LINES
        ? Optional.of("name and address do not fit in the window")
        : Optional.empty();
  }

  /** Whether each part fits in its own element of the schema; if not, it travels as free lines. */
  public boolean isStructured() {
    return street.length() <= LONGEST_STREET
        && BUILDING.matcher(building).matches()
        && (floor == null || FLOOR.matcher(floor).matches())
        && (suite == null || suite.length() <= 4)
        && (careOf == null || careOf.length() <= LONGEST_NAME)
        && subdivision().length() <= LINE;
  }

  /** The part of the town, or the town itself where no part is known. */
  public String subdivision() {
    return place == null ? postDistrict : place;
  }

  /** Everything but the name, in lines of at most 34 characters. */
  public List<String> freeLines() {
    String door = joined(floor == null ? "" : floor + ".", suite == null ? "" : suite);
    String house = joined(street, building) + (door.isEmpty() ? "" : ",");
    boolean fits = joined(house, door).length() <= LINE;
    return wrapped(
        Stream.of(
                careOf == null ? "" : "c/o " + careOf,
                fits ? joined(house, door) : house,
                fits ? "" : door,
                place == null || place.equals(postDistrict) ? "" : place,
                joined(postCode, postDistrict))
            .filter(line -> !line.isEmpty())
            .toList());
  }

  /** What stands in the window. */
  public List<String> label() {
    List<String> lines = new ArrayList<>(wrapped(List.of(name)));
    lines.addAll(freeLines());
    return List.copyOf(lines);
  }

  private static List<String> wrapped(List<String> lines) {
    List<String> wrapped = new ArrayList<>();
    for (String line : lines) {
      String rest = line;
      while (rest.length() > LINE) {
        int space = rest.lastIndexOf(' ', LINE);
        int cut = space > 0 ? space : LINE;
        wrapped.add(rest.substring(0, cut).strip());
        rest = rest.substring(cut).strip();
      }
      wrapped.add(rest);
    }
    return wrapped;
  }

  private static @Nullable String small(@Nullable String part) {
    return part == null
        ? null
        : present(withoutZeros(tidy(part).replace(".", "").toLowerCase(Locale.ROOT)));
  }

  private static String joined(String first, String second) {
    return (first + " " + second).strip();
  }

  private static String withoutZeros(String text) {
    return LEADING_ZEROS.matcher(text).replaceFirst("");
  }

  private static String tidy(String text) {
    return SPACE.matcher(text.strip()).replaceAll(" ");
  }

  private static @Nullable String present(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  @Override
  public String toString() {
    return "PostalAddress[not shown]";
  }
}

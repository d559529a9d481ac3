package dk.borgermaaling.liberty.reference;

/**
 * A municipality and a survey group; {@code ALL} for the nation, or for all groups.
 *
 * @param town four digits
 */
public record Place(String town, String group) {
  static final String ALL = "ALL";

  /** Of {@code 0461/dagpenge}. */
  static Place of(String cell) {
    return new Place(cell.substring(0, 4), cell.substring(5));
  }

  boolean isNation() {
    return town.equals(ALL);
  }

  boolean isAllGroups() {
    return group.equals(ALL);
  }
}

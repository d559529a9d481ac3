package dk.borgermaaling.gateway.reporting;

/**
 * Where a number stands: a municipality or the nation, a survey group or all of them, a theme or
 * all of them. {@link #ALL} stands for the total of a dimension.
 *
 * @param municipality four digits with the leading zero, or {@link #ALL} for the nation (landet)
 * @param surveyGroup id of a survey group, or {@link #ALL}
 * @param theme id of a theme, or {@link #ALL} for all items taken as one theme
 */
public record Coordinates(String municipality, String surveyGroup, String theme) {
  public static final String ALL = "ALL";
}

package dk.borgermaaling.gateway.enquiry;

import dk.borgermaaling.gateway.reporting.Shown;

/**
 * What is shown of one theme.
 *
 * @param theme id of the theme, which does not change with the questionnaire's wording
 * @param name Danish heading
 */
public record ThemeFigures(String theme, String name, Shown<Score> score) {}

package dk.borgermaaling.gateway.survey;

/**
 * A group of citizens that results are reported for (undersøgelsens målgruppe). Five today, others
 * from 1 January 2027: rows in the database, not an enum.
 *
 * @param id stable short name, for example {@code dagpenge}
 * @param name Danish name as shown
 */
public record SurveyGroup(String id, String name) {}

package dk.borgermaaling.simulators.world;

/**
 * A made-up citizen.
 *
 * @param cpr day of month + 60, so that it can never be a real person's
 * @param targetGroup LAB section 6 code at the start of the story, for example 6.6
 * @param digitalPost false for citizens exempt from Digital Post (fritaget)
 */
public record Person(
    String cpr, String municipalityCode, String targetGroup, boolean digitalPost) {}

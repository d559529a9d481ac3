package dk.borgermaaling.simulators.world;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A made-up citizen with what the case systems know beside the {@link Person}.
 *
 * @param town whose case system it is
 * @param id the case system's id of the citizen
 * @param courseId the case system's id of the course (forløb) the citizen is in
 * @param inGroupSince first day in the target group, inclusive, Danish civil date; after the start
 *     of the story for citizens who join during it
 */
public record Citizen(
    Person person, Town town, UUID id, UUID courseId, LocalDate bornOn, LocalDate inGroupSince) {

  public String surveyGroup() {
    return TargetGroups.surveyGroup(person.targetGroup()).orElse("");
  }

  /** The same person, as the case system of another town knows them, under ids of its own. */
  Citizen in(Town other) {
    return new Citizen(person, other, idIn(other, id), idIn(other, courseId), bornOn, inGroupSince);
  }

  private static UUID idIn(Town other, UUID atHome) {
    return UUID.nameUUIDFromBytes((atHome + " in " + other).getBytes(StandardCharsets.UTF_8));
  }

  public boolean isMinorOn(LocalDate day) {
    return bornOn.plusYears(18).isAfter(day);
  }
}

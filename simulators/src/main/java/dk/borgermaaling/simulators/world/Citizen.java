package dk.borgermaaling.simulators.world;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A made-up citizen with what the case systems know beside the {@link Person}.
 *
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

  public boolean isMinorOn(LocalDate day) {
    return bornOn.plusYears(18).isAfter(day);
  }
}

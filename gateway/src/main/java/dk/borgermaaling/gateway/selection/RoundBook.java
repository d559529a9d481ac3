package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where rounds and their populations are kept. Joins the open transaction. */
public interface RoundBook {
  /**
   * A round that is planned for this reference date; the same again changes nothing.
   *
   * @param by user name
   * @param at real time
   */
  UUID plan(MunicipalityCode municipality, LocalDate referenceDate, String by, Instant at);

  /**
   * Lets a round begin once it is due.
   *
   * @param by user name of another than has planned it
   * @param at real time
   * @return false when it has begun, is released, is not there, or was planned by the same person
   */
  boolean release(UUID round, String by, Instant at);

  /**
   * Forgets a round of which nobody was looked at yet.
   *
   * @return false when it has begun, or is not there
   */
  boolean cancel(UUID round);

  /** All rounds, the latest reference date first. */
  List<Overview> overview();

  /** Released rounds that are not done and whose reference date is this one or earlier, by date. */
  List<Round> unfinished(LocalDate latest);

  /** The round, and nobody else can work on it until the transaction ends. */
  Round lock(UUID round);

  void save(Round round, Instant at);

  /** The next citizens, by id, of whom the municipality has told something. */
  List<CitizenId> citizens(MunicipalityCode municipality, @Nullable CitizenId after, int most);

  /** Keeps these members; one that is kept already stays as it is. */
  void add(Round round, List<Member> members, Instant at);

  /** Whom no rule stopped, by survey group. */
  Map<String, List<CitizenId>> eligible(Round round);

  /** Whom nothing but an opt-out stopped, by survey group. */
  Map<String, List<CitizenId>> otherwiseEligible(Round round);

  /** Notes how likely the members of a group were asked, and whom the draw left out. */
  void draw(Round round, String surveyGroup, double probability, Collection<CitizenId> leftOut);

  /** The next members that are to be invited, by id. */
  List<Member> toInvite(Round round, int most);

  /** Notes that a member is invited, or why not after all. */
  void settled(Round round, CitizenId citizen, @Nullable StopReason reason);

  /**
   * Deletes the members of rounds that are done, and keeps how many they were.
   *
   * @param referenceBefore only of rounds with an earlier reference date
   * @return how many members
   */
  int forgetMembers(LocalDate referenceBefore);

  /**
   * A round and how many of its population were asked, left out by the draw, or stopped by a rule.
   *
   * @param plannedBy user name, absent for a round of before
   * @param releasedBy user name, absent while nobody has
   */
  record Overview(
      Round round,
      long population,
      long asked,
      long notDrawn,
      @Nullable String plannedBy,
      @Nullable String releasedBy) {
    public long stopped() {
      return population - asked - notDrawn;
    }
  }

  /**
   * One of the population.
   *
   * @param reason absent while nothing speaks against asking
   */
  record Member(
      CitizenId citizen,
      @Nullable String surveyGroup,
      @Nullable StopReason reason,
      Map<String, String> facts) {}
}

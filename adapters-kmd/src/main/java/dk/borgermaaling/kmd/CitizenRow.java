package dk.borgermaaling.kmd;

import org.jspecify.annotations.Nullable;

/**
 * One row of Momentum's citizen search, as told.
 *
 * @param targetGroupCode the code, or the municipality's own id or name of it
 * @param cpr absent when the search does not carry it
 * @param targetGroupStartDate UTC of Danish midnight, for example 2026-08-13T22:00:00Z
 */
public record CitizenRow(
    @Nullable String citizenId,
    @Nullable String cpr,
    @Nullable String targetGroupCode,
    @Nullable String targetGroupStartDate) {
  @Override
  public String toString() {
    return "CitizenRow[" + citizenId + "]";
  }
}

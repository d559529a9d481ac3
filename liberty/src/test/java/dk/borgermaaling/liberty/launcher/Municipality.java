package dk.borgermaaling.liberty.launcher;

import java.util.List;

/**
 * The municipalities of the demonstration and how their events come in.
 *
 * @param agreement as {@code gateway.municipality.agreements-file} has it. Silkeborg joins on the
 *     story's first Tuesday and has invitations of others counted in quarantine, so that the story
 *     shows both rules
 */
record Municipality(String code, String name, String cvr, Way way, String agreement) {
  enum Way {
    MOMENTUM,
    FASIT,
    SERVICE_PLATFORM
  }

  private static final String RUNNING = "2026-01-01..";

  /** How many the gateway polls. */
  static long polled() {
    return ALL.stream().filter(m -> m.way() == Way.MOMENTUM).count();
  }

  static final List<Municipality> ALL =
      List.of(
          new Municipality("0461", "Odense", "35209115", Way.MOMENTUM, RUNNING),
          new Municipality("0185", "Tårnby", "20310413", Way.MOMENTUM, RUNNING),
          new Municipality("0751", "Aarhus", "55133018", Way.FASIT, RUNNING + " across"),
          new Municipality(
              "0740", "Silkeborg", "29189641", Way.SERVICE_PLATFORM, "2026-11-24.. across"));
}

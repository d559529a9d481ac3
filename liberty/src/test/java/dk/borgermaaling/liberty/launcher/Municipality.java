package dk.borgermaaling.liberty.launcher;

import java.util.List;

/** The municipalities of the demonstration and how their events come in. */
record Municipality(String code, String name, String cvr, Way way) {
  enum Way {
    MOMENTUM,
    FASIT,
    SERVICE_PLATFORM
  }

  /** How many the gateway polls. */
  static long polled() {
    return ALL.stream().filter(m -> m.way() == Way.MOMENTUM).count();
  }

  static final List<Municipality> ALL =
      List.of(
          new Municipality("0461", "Odense", "35209115", Way.MOMENTUM),
          new Municipality("0185", "Tårnby", "20310413", Way.MOMENTUM),
          new Municipality("0751", "Aarhus", "55133018", Way.FASIT),
          new Municipality("0740", "Silkeborg", "29189641", Way.SERVICE_PLATFORM));
}

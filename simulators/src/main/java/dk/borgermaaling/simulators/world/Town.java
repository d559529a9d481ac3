package dk.borgermaaling.simulators.world;

import java.util.Arrays;
import java.util.Optional;

/** The four municipalities of the made-up world; codes, names and CVR numbers are the real ones. */
public enum Town {
  ODENSE("0461", "35209115", Source.MOMENTUM, 260, 0),
  TAARNBY("0185", "20310413", Source.MOMENTUM, 160, 0),
  AARHUS("0751", "55133018", Source.FASIT, 393, 0),
  /** Its agreement begins on the story's first Tuesday. */
  SILKEBORG("0740", "29189641", Source.SERVICE_PLATFORM, 187, 1);

  private final String code;
  private final String cvr;
  private final Source source;
  private final int perMille;
  private final int firstAgreedDay;

  Town(String code, String cvr, Source source, int perMille, int firstAgreedDay) {
    this.code = code;
    this.cvr = cvr;
    this.source = source;
    this.perMille = perMille;
    this.firstAgreedDay = firstAgreedDay;
  }

  /** Municipality code (kommunekode), four digits. */
  public String code() {
    return code;
  }

  public String cvr() {
    return cvr;
  }

  /** The way its events take to the gateway. */
  public Source source() {
    return source;
  }

  /** How many of the world's people live here, in thousandths. */
  int perMille() {
    return perMille;
  }

  /**
   * The first day of the story, counted from 0, on which what happens here is asked about. The
   * story needs it to deal out what happens; the agreement itself is the gateway's, and the two
   * must agree, which is what the demonstration shows.
   */
  int firstAgreedDay() {
    return firstAgreedDay;
  }

  public static Optional<Town> byCode(String code) {
    return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst();
  }

  /** How a town's case system hands over what happens. */
  public enum Source {
    /** Is asked: the gateway polls it. */
    MOMENTUM,
    /** Pushes XML over mutual TLS. */
    FASIT,
    /** Sends signed SOAP; its events have the source {@code OTHER}. */
    SERVICE_PLATFORM
  }
}

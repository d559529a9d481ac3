package dk.borgermaaling.gateway.selection;

/**
 * How a municipality asks. Results of the two are never one series: who is asked after a
 * conversation, and who is asked on a day, are different populations.
 */
public enum SamplingMode {
  /** After each event that triggers (løbende måling). */
  CONTINUOUS,
  /** All at once, among those who are in a course on a reference date (målerunde). */
  ROUND
}

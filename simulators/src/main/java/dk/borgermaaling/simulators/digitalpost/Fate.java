package dk.borgermaaling.simulators.digitalpost;

/**
 * What becomes of an accepted message.
 *
 * @param errorCode empty when it is delivered
 * @param isReceived whether Digital Post has received it, whatever came then
 */
record Fate(String errorCode, String errorText, boolean isReceived) {
  static final Fate DELIVERED = new Fate("", "", true);

  static Fate failed(String errorCode, String errorText) {
    return new Fate(errorCode, errorText, false);
  }

  static Fate failedAfterReceived(String errorCode, String errorText) {
    return new Fate(errorCode, errorText, true);
  }

  boolean isDelivered() {
    return errorCode.isEmpty();
  }
}

package dk.borgermaaling.simulators.digitalpost;

/**
 * What becomes of an accepted message.
 *
 * @param errorCode empty when it is delivered
 */
record Fate(String errorCode, String errorText) {
  static final Fate DELIVERED = new Fate("", "");

  boolean isDelivered() {
    return errorCode.isEmpty();
  }
}

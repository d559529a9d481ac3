package dk.borgermaaling.gateway.notification.kombit;

/** A version of MeMo that messages are written in. */
public enum MemoVersion {
  /** Names its schema; the official schema is of this version. */
  V1_1("1.1"),
  /** Names no schema, and has none that is official (digitaliser.dk, 23 February 2024). */
  V1_2("1.2");

  private final String text;

  MemoVersion(String text) {
    this.text = text;
  }

  /** As {@code memoVersion} and the setting write it. */
  public String text() {
    return text;
  }

  /** The version that a setting names. */
  public static MemoVersion of(String text) {
    for (MemoVersion version : values()) {
      if (version.text.equals(text)) {
        return version;
      }
    }
    throw new IllegalArgumentException("gateway.notification.memo-version must be 1.1 or 1.2");
  }
}

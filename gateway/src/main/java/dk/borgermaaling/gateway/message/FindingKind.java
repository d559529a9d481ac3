package dk.borgermaaling.gateway.message;

/** What can be wrong with a text; the name is stable. */
public enum FindingKind {
  EMPTY,
  TOO_LONG,
  TOO_LONG_FILLED,
  /** Longer than lists show; the text may be used. */
  LONGER_THAN_SHOWN,
  UNKNOWN_PLACEHOLDER,
  PLACEHOLDER_NOT_HERE,
  OPEN_BRACE,
  STRAY_BRACE,
  OPEN_BOLD,
  BAD_LINK,
  /** Our own address is none that Digital Post takes. */
  LINK_ADDRESS,
  LANGUAGES_NOT_ALONE,
  NOT_XML,
  FILE_NAME,
  LOOKS_LIKE_LINK,
  NOT_HTTPS,
  LOOKS_LIKE_NUMBER,
  REVEALS,
  MISSING_BLOCK,
  MISSING_LINK,
  MISSING_VALUE,
  NO_LANGUAGE_LINE,
  UNKNOWN_LANGUAGE,
  UNKNOWN_GROUP,
  UNKNOWN_MUNICIPALITY;

  /** Whether a text with it may be used all the same. */
  public boolean isAdvice() {
    return this == LONGER_THAN_SHOWN;
  }
}

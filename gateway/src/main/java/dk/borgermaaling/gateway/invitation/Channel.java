package dk.borgermaaling.gateway.invitation;

/** A way to a citizen (forsendelsesform), all three through SF1601. */
public enum Channel {
  /** Digital Post: {@code KombiValgKode} Digital Post. */
  DIGITAL_POST,
  /** A printed letter (fjernprint): {@code KombiValgKode} Fysisk Post. */
  LETTER,
  /** A text message that says no more than that there is post: {@code KombiValgKode} NemSMS. */
  NEMSMS
}

package dk.borgermaaling.gateway.response;

/** Closes answers so that only the holder of another key can read them. */
public interface Seal {
  /** The sealed answer. All are of one length, so that it tells nothing about the answer. */
  byte[] close(Answer answer);
}

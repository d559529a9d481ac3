package dk.borgermaaling.schultz;

/** What is kept of an event that waits for a person: a batch of one, as Fasit would send it. */
public interface FasitContent {
  /** Names how the content is written, for {@code DeadLetters.Told}. */
  String FORMAT = "fasit-event/1";

  byte[] write(FasitBatch batch);

  /** What {@link #write} has written. */
  FasitBatch read(byte[] content);
}

package dk.borgermaaling.gateway.reporting;

/** Where the roll-up's numbers are read. Its only caller is {@link PublishedResults}. */
public interface ResultStore {
  Results read();
}

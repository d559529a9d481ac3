package dk.borgermaaling.gateway.reporting;

/** What pages and exports ask for results: whatever the store holds, after suppression. */
public final class PublishedResults {
  private final ResultStore store;

  public PublishedResults(ResultStore store) {
    this.store = store;
  }

  public Publication now() {
    return Suppression.publish(store.read());
  }
}

package dk.borgermaaling.gateway.caselist;

/** A municipality has as many lists waiting as it may; nothing was kept of this one. */
public final class TooManyLists extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int most;

  public TooManyLists(int most) {
    super("more than " + most + " lists wait", null, false, false);
    this.most = most;
  }

  public int most() {
    return most;
  }
}

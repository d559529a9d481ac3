package dk.borgermaaling.gateway.response.web;

/** A page and its HTTP status. */
public final class Reply {
  private final int status;
  private final byte[] html;

  Reply(int status, byte[] html) {
    this.status = status;
    this.html = html.clone();
  }

  public int status() {
    return status;
  }

  /** UTF-8. */
  public byte[] html() {
    return html.clone();
  }
}

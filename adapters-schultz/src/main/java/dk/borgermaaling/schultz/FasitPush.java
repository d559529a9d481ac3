package dk.borgermaaling.schultz;

import java.util.List;

/** What one request carries: the tenant that it says it is, and up to 500 events as they came. */
public record FasitPush(String tenant, List<FasitRow> rows) {
  /** Of one request. */
  public static final int MOST = 500;

  public FasitPush {
    rows = List.copyOf(rows);
  }
}

package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.liberty.Tables;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Holds the database to what it was before the test. */
final class UnchangedDatabase implements BeforeEachCallback, AfterEachCallback {
  private final Tables tables;
  private Map<String, Long> before = Map.of();
  private boolean messageIdsToo = true;

  UnchangedDatabase(Tables tables) {
    this.tables = tables;
  }

  /** A message that is answered with receipts is noted against replay, whatever they say. */
  void exceptMessageIds() {
    messageIdsToo = false;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    before = tables.everything();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(counted(tables.everything())).isEqualTo(counted(before));
  }

  private Map<String, Long> counted(Map<String, Long> everything) {
    Map<String, Long> counted = new TreeMap<>(everything);
    if (!messageIdsToo) {
      counted.remove("replay");
    }
    return counted;
  }
}

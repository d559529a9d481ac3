package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.liberty.Contents;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Holds the whole database to what it was before the test. */
final class UnchangedDatabase implements BeforeEachCallback, AfterEachCallback {
  private static final String MESSAGE_IDS = "intake.replay";
  private final Contents contents;
  private Map<String, String> before = Map.of();
  private boolean messageIdsToo = true;
  private boolean setAsideToo = true;

  UnchangedDatabase(Wire wire) {
    this.contents = wire.contents();
  }

  /** A message that is answered with receipts is noted against replay, whatever they say. */
  void exceptMessageIds() {
    messageIdsToo = false;
  }

  /** An event whose code no table knows is refused, and set aside until a table does. */
  void exceptWhatIsSetAside() {
    setAsideToo = false;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    before = contents.read();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(counted(contents.read())).containsExactlyInAnyOrderEntriesOf(counted(before));
  }

  private Map<String, String> counted(Map<String, String> everything) {
    Map<String, String> counted = new TreeMap<>(everything);
    if (!messageIdsToo) {
      counted.remove(MESSAGE_IDS);
    }
    if (!setAsideToo) {
      counted.remove("intake.dead_letter");
      counted.remove("intake.parked_letter");
    }
    return counted;
  }
}

package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Dead letters with what they kept, in a list. */
final class KeptLetters implements DeadLetters {
  final List<DeadLetter> letters = new ArrayList<>();
  final List<String> told = new ArrayList<>();
  boolean away;

  @Override
  public void note(DeadLetter letter) {
    throw new AssertionError("kept without what was told");
  }

  @Override
  public void park(DeadLetter letter, int version, Told what) {
    if (away) {
      throw new IllegalStateException("the database is away");
    }
    letters.add(letter);
    told.add(new String(what.content(), StandardCharsets.UTF_8));
  }

  @Override
  public void settle(
      EventSource source, MunicipalityCode municipality, Collection<String> entityIds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Noted> waiting(int limit) {
    throw new UnsupportedOperationException();
  }
}

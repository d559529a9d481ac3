package dk.borgermaaling.gateway.testing;

import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.ParkedLetters;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** No dead letter has kept anything. */
public final class NothingParked implements ParkedLetters {
  @Override
  public List<Entity> next(Selection selection, @Nullable Entity after, int limit) {
    return List.of();
  }

  @Override
  public List<Parked> lock(Entity entity) {
    return List.of();
  }

  @Override
  public void settle(Parked parked) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void restate(Parked parked, DeadLetter now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OptionalInt lastVersion(Entity entity) {
    return OptionalInt.empty();
  }

  @Override
  public boolean takeBack(Entity entity, int version) {
    return false;
  }

  @Override
  public boolean close(Entity entity, String reason) {
    return false;
  }

  @Override
  public int forget(Instant before) {
    return 0;
  }
}

package dk.borgermaaling.simulators.casesystems;

import dk.borgermaaling.simulators.world.StoryEvent;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** One way of handing a batch of events to the gateway. */
@FunctionalInterface
public interface Delivery extends Closeable {
  /**
   * Hands the events over; a receipt for each has come back, in their order.
   *
   * @throws IOException no receipts have come: the gateway may have stored the events or not, and
   *     the batch is to be sent again
   */
  Receipts send(List<StoryEvent> events) throws IOException, InterruptedException;

  /**
   * Takes the whole way once with a message that holds no event, which the gateway refuses: what
   * takes long the first time (libraries, tokens, connections) is done when this returns.
   *
   * @throws IOException the gateway could not be reached, or refused for another reason
   */
  default void knock() throws IOException, InterruptedException {}

  @Override
  default void close() throws IOException {}
}

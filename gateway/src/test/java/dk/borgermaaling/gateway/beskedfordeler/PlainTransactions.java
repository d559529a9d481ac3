package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.function.Supplier;

/** Without a database. */
final class PlainTransactions implements Transactions {
  @Override
  public <T> T inOne(Supplier<T> work) {
    return work.get();
  }
}

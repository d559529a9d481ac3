package dk.borgermaaling.gateway.kernel.wiring;

import dk.borgermaaling.gateway.kernel.Transactions;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;

/** Transactions of the server; a failure inside a joined one makes the whole of it roll back. */
final class JtaTransactions implements Transactions {
  private final UserTransaction transaction;

  JtaTransactions(UserTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    try {
      return transaction.getStatus() == Status.STATUS_NO_TRANSACTION ? inNew(work) : joined(work);
    } catch (SystemException | NotSupportedException e) {
      throw new IllegalStateException("the transaction service failed", e);
    } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException e) {
      throw new IllegalStateException("the transaction was rolled back", e);
    }
  }

  private <T> T inNew(Supplier<T> work)
      throws SystemException,
          NotSupportedException,
          RollbackException,
          HeuristicMixedException,
          HeuristicRollbackException {
    transaction.begin();
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      if (done) {
        transaction.commit();
      } else {
        transaction.rollback();
      }
    }
  }

  private <T> T joined(Supplier<T> work) throws SystemException {
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      if (!done) {
        transaction.setRollbackOnly();
      }
    }
  }
}

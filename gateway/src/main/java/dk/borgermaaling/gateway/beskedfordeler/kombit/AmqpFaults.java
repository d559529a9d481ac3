package dk.borgermaaling.gateway.beskedfordeler.kombit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;

/** What went wrong with the broker, without hosts and names: an exception's own text has them. */
final class AmqpFaults {
  private AmqpFaults() {}

  /** One sentence: the broker's own code of why it closed, or the kinds of the exceptions. */
  static String words(Throwable thrown) {
    StringBuilder kinds = new StringBuilder();
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      int code = at instanceof ShutdownSignalException signal ? code(signal) : 0;
      if (code != 0) {
        return "Beskedfordeler closed the connection, " + code + meaning(code);
      }
      kinds.append(kinds.isEmpty() ? "" : ", ").append(at.getClass().getSimpleName());
    }
    return "no connection to Beskedfordeler: " + kinds;
  }

  private static int code(ShutdownSignalException signal) {
    if (signal.getReason() instanceof AMQP.Connection.Close close) {
      return close.getReplyCode();
    }
    return signal.getReason() instanceof AMQP.Channel.Close close ? close.getReplyCode() : 0;
  }

  private static String meaning(int code) {
    return switch (code) {
      case AMQP.ACCESS_REFUSED -> " (access refused)";
      case AMQP.NOT_FOUND -> " (no such queue)";
      case AMQP.NOT_ALLOWED -> " (not allowed)";
      case AMQP.CONNECTION_FORCED -> " (stopped by its operator)";
      default -> "";
    };
  }
}

package dk.borgermaaling.gateway.beskedfordeler.kombit;

import com.rabbitmq.client.impl.ForgivingExceptionHandler;
import dk.borgermaaling.gateway.kernel.Causes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the library tells of its own threads, without exceptions' texts: they have hosts in them.
 */
final class QuietExceptions extends ForgivingExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(QuietExceptions.class);

  @Override
  protected void log(String message, Throwable thrown) {
    LOG.debug("the connection to Beskedfordeler: {}", Causes.names(thrown));
  }
}

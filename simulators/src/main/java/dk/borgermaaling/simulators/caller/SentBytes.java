package dk.borgermaaling.simulators.caller;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.cxf.interceptor.StaxOutInterceptor;
import org.apache.cxf.io.CacheAndWriteOutputStream;
import org.apache.cxf.io.CachedOutputStream;
import org.apache.cxf.io.CachedOutputStreamCallback;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Shows each message to somebody as it goes out, signature and all. */
final class SentBytes extends AbstractPhaseInterceptor<Message> {
  private final Consumer<byte[]> reader;

  SentBytes(Consumer<byte[]> reader) {
    super(Phase.PRE_STREAM);
    addBefore(StaxOutInterceptor.class.getName());
    this.reader = reader;
  }

  @Override
  public void handleMessage(Message message) {
    OutputStream out = message.getContent(OutputStream.class);
    if (out == null) {
      return;
    }
    CacheAndWriteOutputStream copied = new CacheAndWriteOutputStream(out);
    copied.registerCallback(
        new CachedOutputStreamCallback() {
          @Override
          public void onFlush(CachedOutputStream stream) {}

          @Override
          public void onClose(CachedOutputStream stream) {
            try {
              reader.accept(stream.getBytes());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
    message.setContent(OutputStream.class, copied);
  }
}

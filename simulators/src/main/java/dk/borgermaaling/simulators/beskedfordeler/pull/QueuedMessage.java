package dk.borgermaaling.simulators.beskedfordeler.pull;

import java.util.Base64;
import java.util.Date;
import java.util.Map;
import org.apache.qpid.server.model.ManageableMessage;
import org.jspecify.annotations.Nullable;

/** A message as the broker takes it from this process. */
final class QueuedMessage implements ManageableMessage {
  private final String queue;
  private final String id;
  private final byte[] body;

  QueuedMessage(String queue, String id, byte[] body) {
    this.queue = queue;
    this.id = id;
    this.body = body;
  }

  @Override
  public String getAddress() {
    return queue;
  }

  @Override
  public String getMessageId() {
    return id;
  }

  @Override
  public Object getContent() {
    return Base64.getEncoder().encodeToString(body);
  }

  @Override
  public String getContentTransferEncoding() {
    return "base64";
  }

  /** Any other type would have the broker make text of it. */
  @Override
  public String getMimeType() {
    return "application/octet-stream";
  }

  @Override
  public boolean isPersistent() {
    return true;
  }

  @Override
  public int getPriority() {
    return 4;
  }

  @Override
  public Map<String, Object> getHeaders() {
    return Map.of();
  }

  @Override
  public @Nullable Date getExpiration() {
    return null;
  }

  @Override
  public @Nullable String getCorrelationId() {
    return null;
  }

  @Override
  public @Nullable String getAppId() {
    return null;
  }

  @Override
  public @Nullable String getEncoding() {
    return null;
  }

  @Override
  public @Nullable Date getNotValidBefore() {
    return null;
  }

  @Override
  public @Nullable String getReplyTo() {
    return null;
  }
}

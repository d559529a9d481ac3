package dk.borgermaaling.simulators.beskedfordeler.pull;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.security.auth.Subject;
import org.apache.qpid.server.model.AbstractConfiguredObject;
import org.apache.qpid.server.model.AccessControlProvider;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.Consumer;
import org.apache.qpid.server.model.ManagedAttributeField;
import org.apache.qpid.server.model.ManagedObject;
import org.apache.qpid.server.model.PermissionedObject;
import org.apache.qpid.server.model.Queue;
import org.apache.qpid.server.model.State;
import org.apache.qpid.server.model.StateTransition;
import org.apache.qpid.server.model.VirtualHost;
import org.apache.qpid.server.security.AccessControl;
import org.apache.qpid.server.security.Result;
import org.apache.qpid.server.security.SecurityToken;
import org.apache.qpid.server.security.access.Operation;
import org.apache.qpid.server.security.access.OperationType;
import org.apache.qpid.server.security.auth.AuthenticatedPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Who has logged in may connect and consume the queue whose description is their CVR; nothing is
 * made, published or read otherwise. What this process does itself is nobody's, and allowed.
 */
@ManagedObject(category = false, type = OwnQueueAlone.TYPE)
final class OwnQueueAlone extends AbstractConfiguredObject<OwnQueueAlone>
    implements AccessControlProvider<OwnQueueAlone> {
  static final String TYPE = "OwnQueueAlone";

  @ManagedAttributeField private int _priority; // the broker sets it by this name

  OwnQueueAlone(Map<String, Object> attributes, Broker<?> broker) {
    super((ConfiguredObject<?>) broker, attributes);
  }

  @Override
  public int getPriority() {
    return _priority;
  }

  @Override
  public AccessControl<?> getController() {
    return new Rule();
  }

  @Override
  public int compareTo(AccessControlProvider<?> other) {
    return ACCESS_CONTROL_PROVIDER_COMPARATOR.compare(this, other);
  }

  @StateTransition(
      currentState = {State.UNINITIALIZED, State.QUIESCED, State.ERRORED},
      desiredState = State.ACTIVE)
  @SuppressWarnings("unused") // called by the broker, by its annotation
  private CompletableFuture<Void> activate() {
    setState(State.ACTIVE);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  protected void logOperation(String operation) {
    // told by nobody
  }

  private static final class Rule implements AccessControl<SecurityToken> {
    @Override
    public Result getDefault() {
      return Result.ALLOWED;
    }

    @Override
    public @Nullable SecurityToken newToken() {
      return null;
    }

    @Override
    public @Nullable SecurityToken newToken(Subject subject) {
      return null;
    }

    @Override
    public Result authorise(
        @Nullable SecurityToken token, Operation operation, PermissionedObject object) {
      return authorise(token, operation, object, Map.of());
    }

    @Override
    public Result authorise(
        @Nullable SecurityToken token,
        Operation operation,
        PermissionedObject object,
        Map<String, Object> arguments) {
      @Nullable AuthenticatedPrincipal who = AuthenticatedPrincipal.getCurrentUser();
      if (who == null) {
        return Result.ALLOWED;
      }
      boolean connects =
          object.getCategoryClass() == VirtualHost.class
              && operation.getType() == OperationType.PERFORM_ACTION;
      return connects || isOwnQueue(object, who.getName()) ? Result.ALLOWED : Result.DENIED;
    }

    private static boolean isOwnQueue(PermissionedObject object, String cvr) {
      return object instanceof Consumer<?, ?> consumer
          && consumer.getParent() instanceof Queue<?> queue
          && cvr.equals(queue.getDescription());
    }
  }
}

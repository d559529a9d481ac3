package dk.borgermaaling.simulators.beskedfordeler.pull;

import java.util.Map;
import org.apache.qpid.server.model.AbstractConfiguredObjectTypeFactory;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.ConfiguredObject;

/** Found by the broker among its services. */
public final class OwnQueueAloneFactory extends AbstractConfiguredObjectTypeFactory<OwnQueueAlone> {
  public OwnQueueAloneFactory() {
    super(OwnQueueAlone.class);
  }

  @Override
  protected OwnQueueAlone createInstance(
      Map<String, Object> attributes, ConfiguredObject<?> parent) {
    return new OwnQueueAlone(attributes, (Broker<?>) parent);
  }
}

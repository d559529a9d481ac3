package dk.borgermaaling.simulators.beskedfordeler.pull;

import java.util.Collection;
import java.util.List;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.plugin.ConfiguredObjectRegistration;

/** Found by the broker among its services. */
@SuppressWarnings("rawtypes") // as the interface has it
public final class OwnTypes implements ConfiguredObjectRegistration {
  @Override
  public Collection<Class<? extends ConfiguredObject>> getConfiguredObjectClasses() {
    return List.of(OwnQueueAlone.class);
  }

  @Override
  public String getType() {
    return OwnTypes.class.getPackageName();
  }
}

package dk.borgermaaling.simulators.world;

import java.util.Collection;
import java.util.Optional;

/** Who lives in the simulated world. */
public interface Residents {
  Optional<Person> byCpr(String cpr);

  Collection<Person> all();
}

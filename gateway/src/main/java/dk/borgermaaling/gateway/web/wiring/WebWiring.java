package dk.borgermaaling.gateway.web.wiring;

import dk.borgermaaling.gateway.web.Assets;
import dk.borgermaaling.gateway.web.Pages;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one renderer and the one set of style sheets of a node. */
@Dependent
public class WebWiring {
  @Produces
  @Singleton
  Assets assets() {
    return Assets.load();
  }

  @Produces
  @Singleton
  Pages pages(Assets assets) {
    return new Pages(assets);
  }
}

package dk.borgermaaling.gateway.web.wiring;

import dk.borgermaaling.gateway.web.Assets;
import dk.borgermaaling.gateway.web.Contact;
import dk.borgermaaling.gateway.web.Pages;
import dk.borgermaaling.gateway.web.WebSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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

  @Produces
  @Singleton
  WebSettings settings(
      @ConfigProperty(name = "gateway.web.accessibility-statement") Optional<URI> statement,
      @ConfigProperty(name = "gateway.web.contact-mail") Optional<String> mail,
      @ConfigProperty(name = "gateway.web.contact-phone") Optional<String> phone) {
    return new WebSettings(statement, new Contact(mail.orElse(null), phone.orElse(null)));
  }
}

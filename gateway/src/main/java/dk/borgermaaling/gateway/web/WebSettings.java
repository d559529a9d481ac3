package dk.borgermaaling.gateway.web;

import java.net.URI;
import java.util.Optional;

/**
 * What the pages say about us.
 *
 * @param accessibilityStatement the published statement; absent until there is one
 */
public record WebSettings(Optional<URI> accessibilityStatement, Contact contact) {
  public WebSettings {
    accessibilityStatement.ifPresent(
        address -> {
          if (!"https".equals(address.getScheme())) {
            throw new IllegalArgumentException("the accessibility statement must be an https URI");
          }
        });
  }
}

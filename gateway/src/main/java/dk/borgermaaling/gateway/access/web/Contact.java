package dk.borgermaaling.gateway.access.web;

import org.jspecify.annotations.Nullable;

/** Whom to tell when a page cannot be used; without one, the statement names the municipality. */
public record Contact(@Nullable String mail, @Nullable String telephone) {
  public boolean isEmpty() {
    return mail == null && telephone == null;
  }
}

package dk.borgermaaling.gateway.web;

import org.jspecify.annotations.Nullable;

/** Where a reader of any page can ask; what is not set is absent. */
public record Contact(@Nullable String mail, @Nullable String phone) {
  public boolean isEmpty() {
    return mail == null && phone == null;
  }
}

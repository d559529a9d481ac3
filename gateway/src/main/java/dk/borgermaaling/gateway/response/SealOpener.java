package dk.borgermaaling.gateway.response;

import java.util.Optional;

/** Opens what {@link Seal} closed; only the batch has one. */
public interface SealOpener {
  /** The answer; empty when no key of ours opens it or it is not whole. */
  Optional<Answer> open(byte[] sealed);
}

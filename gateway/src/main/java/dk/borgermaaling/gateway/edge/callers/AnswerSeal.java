package dk.borgermaaling.gateway.edge.callers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Proves to a caller that an answer is ours and belongs to its request. */
public interface AnswerSeal {
  /** The fields that the answer must have; each replaces any of its name. */
  Map<String, String> of(int status, @Nullable String contentType, byte[] body);
}

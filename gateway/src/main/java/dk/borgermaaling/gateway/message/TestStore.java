package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.message.TestDelivery.Result;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tests were sent; never to whom. */
public interface TestStore {
  /** How many were begun since then; nobody else can begin one until the transaction ends. */
  int begunSince(Instant since);

  /** Notes a test that is about to be sent; false when the form was handed in before. */
  boolean begin(
      UUID form,
      UUID message,
      @Nullable UUID text,
      MunicipalityCode municipality,
      String actor,
      Instant at);

  void end(UUID form, Result result);

  /** What came of a form. */
  Optional<Result> find(UUID form);
}

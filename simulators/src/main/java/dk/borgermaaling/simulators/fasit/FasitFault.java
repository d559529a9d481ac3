package dk.borgermaaling.simulators.fasit;

import java.util.Arrays;
import java.util.Optional;

/**
 * Ways in which a push goes wrong, each by its name in {@code /demo/fasit/switches/{name}}. After
 * each of them Fasit tells the same events as it should, so that a gateway that lost nothing and
 * guessed nothing ends as if nothing had been wrong.
 */
public enum FasitFault {
  /** The batch comes twice. */
  DOUBLED_BATCH("doubled-batch"),
  /** The events of the batch come in the opposite order. */
  REORDERED("reordered"),
  /** The batch comes after the next one, which is never late itself. */
  LATE("late"),
  /** The batch's first event comes again under its id and version, with another content. */
  CONTRADICTING_VERSION("contradicting-version"),
  /** The batch says first that it is another tenant's. */
  WRONG_TENANT("wrong-tenant"),
  /** The batch comes first with another party's certificate. */
  OTHER_CERTIFICATE("other-certificate"),
  /** Every target group of the batch is one that no table has; nothing corrects it. */
  UNKNOWN_GROUP("unknown-group"),
  /** Every event of the batch has elements that the contract does not have. */
  EXTRA_FIELDS("extra-fields"),
  /** The batch comes first without the CPR number of its first event. */
  MISSING_FIELD("missing-field"),
  /** The batch comes first as something that is no XML. */
  MALFORMED_XML("malformed-xml"),
  /** The batch comes first with a DTD. */
  DTD("dtd"),
  /** Half the batch comes and the connection is reset. */
  HALF_THEN_RESET("half-then-reset"),
  /** The answer is lost; the batch is sent again. */
  ANSWER_LOST("answer-lost");

  private final String slug;

  FasitFault(String slug) {
    this.slug = slug;
  }

  String slug() {
    return slug;
  }

  static Optional<FasitFault> of(String slug) {
    return Arrays.stream(values()).filter(fault -> fault.slug.equals(slug)).findFirst();
  }
}

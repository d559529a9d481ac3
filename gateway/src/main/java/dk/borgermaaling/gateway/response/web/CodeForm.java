package dk.borgermaaling.gateway.response.web;

import dk.borgermaaling.gateway.edge.limit.AddressLimit;
import dk.borgermaaling.gateway.invitation.CodeDesk;
import dk.borgermaaling.gateway.invitation.LetterCode;
import dk.borgermaaling.gateway.web.Pages;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the code of a letter, and leads to the same page as the link of a message. A code that
 * cannot be one of ours costs no attempt: nothing is looked up.
 */
public final class CodeForm {
  private static final int WRONG = 422;
  private static final int TOO_MANY = 429;

  private final CodeDesk desk;
  private final AddressLimit limit;
  private final Pages pages;

  public CodeForm(CodeDesk desk, AddressLimit limit, Pages pages) {
    this.desk = desk;
    this.limit = limit;
    this.pages = pages;
  }

  Reply open() {
    return page(200, CodePage.EMPTY);
  }

  /** Where a typed code leads. */
  Outcome enter(String address, String typed) {
    if (LetterCode.typed(typed).isEmpty()) {
      return new Outcome.Shown(page(WRONG, CodePage.UNKNOWN), Duration.ZERO);
    }
    Duration wait = limit.take(address);
    if (!wait.isZero()) {
      return new Outcome.Shown(page(TOO_MANY, CodePage.TOO_MANY), wait);
    }
    Optional<String> token = desk.tokenOf(typed);
    if (token.isEmpty()) {
      return new Outcome.Shown(page(WRONG, CodePage.UNKNOWN), Duration.ZERO);
    }
    limit.giveBack(address);
    return new Outcome.Found(token.get());
  }

  private Reply page(int status, CodePage page) {
    return new Reply(status, pages.render("survey/code.jte", Map.of("page", page)));
  }

  /** What came of a code. */
  sealed interface Outcome {
    /** The page {@code /s/{token}} of the invitation. */
    record Found(String token) implements Outcome {
      @Override
      public String toString() {
        return "Found[not shown]";
      }
    }

    /** The form again. */
    record Shown(Reply reply, Duration again) implements Outcome {}
  }
}

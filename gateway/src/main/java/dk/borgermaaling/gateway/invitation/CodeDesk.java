package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.Optional;

/** Gives letters their codes, and leads who types one to the citizen's page. */
public final class CodeDesk {
  private final Transactions transactions;
  private final LetterCodes codes;
  private final LetterCodeBook book;
  private final LinkTokens tokens;

  public CodeDesk(
      Transactions transactions, LetterCodes codes, LetterCodeBook book, LinkTokens tokens) {
    this.transactions = transactions;
    this.codes = codes;
    this.book = book;
    this.tokens = tokens;
  }

  /**
   * The code for a letter of this invitation, from now on accepted where codes are typed. Kept when
   * the letter is made, not with every invitation: few of them ever go on paper.
   *
   * @return empty when another invitation happens to have the same
   */
  public Optional<LetterCode> give(InvitationId invitation, MunicipalityCode municipality) {
    LetterCode code = codes.codeOf(invitation);
    return transactions.inOne(() -> book.keep(invitation, municipality, code))
        ? Optional.of(code)
        : Optional.empty();
  }

  /** The token in the link of the invitation whose code was typed. */
  public Optional<String> tokenOf(String typed) {
    return LetterCode.typed(typed)
        .flatMap(code -> transactions.inOne(() -> book.find(code)))
        .map(tokens::tokenOf);
  }
}

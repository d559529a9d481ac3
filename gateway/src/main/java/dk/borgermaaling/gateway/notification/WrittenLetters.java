package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.CodeDesk;
import dk.borgermaaling.gateway.invitation.LetterCode;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.letter.AddressBook;
import dk.borgermaaling.gateway.letter.AddressBook.Answer;
import dk.borgermaaling.gateway.letter.LetterBudget;
import dk.borgermaaling.gateway.letter.LetterPrinter;
import dk.borgermaaling.gateway.letter.LetterSheet;
import dk.borgermaaling.gateway.letter.LetterTerms;
import dk.borgermaaling.gateway.letter.LetterWords;
import dk.borgermaaling.gateway.letter.PostalAddress;
import dk.borgermaaling.gateway.letter.PrintChoices;
import dk.borgermaaling.gateway.letter.Resident;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes letters: may this municipality send one, does its budget last, where does the citizen live
 * today, may a letter go there. Who must not get a letter is not looked up.
 */
public final class WrittenLetters implements Letters {
  private final Transactions transactions;
  private final LetterTerms.Book terms;
  private final LetterBudget budget;
  private final AddressBook addresses;
  private final CodeDesk codes;
  private final LetterTexts texts;
  private final LetterPrinter printer;
  private final Settings settings;
  private final BusinessClock clock;

  /**
   * What holds for all letters.
   *
   * @param codePage where codes are typed
   */
  public record Settings(PrintChoices print, URI codePage) {}

  public WrittenLetters(
      Transactions transactions,
      LetterTerms.Book terms,
      LetterBudget budget,
      AddressBook addresses,
      CodeDesk codes,
      LetterTexts texts,
      LetterPrinter printer,
      Settings settings,
      BusinessClock clock) {
    this.transactions = transactions;
    this.terms = terms;
    this.budget = budget;
    this.addresses = addresses;
    this.codes = codes;
    this.texts = texts;
    this.printer = printer;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Written write(Writing writing) {
    if (!(writing.recipient() instanceof Recipient.Person person)) {
      return impossible(FailureClass.RECIPIENT, NOT_A_PERSON);
    }
    LocalDate today = clock.today();
    LetterTerms agreed = terms.of(writing.authority().code(), today).orElse(null);
    if (agreed == null) {
      return impossible(FailureClass.STOPPED, Failure.LETTERS_NOT_AGREED);
    }
    YearMonth month = YearMonth.from(today);
    if (!transactions.<Boolean>inOne(() -> budget.hasRoom(agreed, month))) {
      return impossible(FailureClass.STOPPED, BUDGET_SPENT);
    }
    return write(writing, person.cpr(), agreed, today);
  }

  private Written write(Writing writing, CprNumber citizen, LetterTerms agreed, LocalDate today) {
    Answer answer = addresses.ask(writing.authority().cvr(), citizen);
    if (answer instanceof Answer.NoAnswer none) {
      return impossible(classOf(none.blame()), "no address: " + none.why());
    }
    if (!(answer instanceof Answer.Found found)) {
      return impossible(FailureClass.RECIPIENT, NOT_IN_REGISTER);
    }
    Optional<Failure> stopped = stop(found.resident(), writing.authority(), agreed);
    PostalAddress address = found.resident().address();
    if (stopped.isPresent() || address == null) {
      return new Written.Refused(
          stopped.orElseGet(() -> new Failure(FailureClass.RECIPIENT, NO_ADDRESS)));
    }
    if (address.defect().isPresent()) {
      return impossible(FailureClass.RECIPIENT, NO_ADDRESS);
    }
    Optional<LetterCode> code = codes.give(writing.invitation(), writing.authority().code());
    return code.isEmpty()
        ? impossible(FailureClass.CONTENT, "another invitation has the same code")
        : print(writing, agreed, address, code.get(), today);
  }

  private static Optional<Failure> stop(
      Resident resident, Municipality authority, LetterTerms agreed) {
    return switch (resident.status()) {
      case DEAD -> Optional.of(new Failure(FailureClass.STOPPED, Failure.CITIZEN_DEAD));
      case EMIGRATED, IN_GREENLAND -> Optional.of(new Failure(FailureClass.RECIPIENT, EMIGRATED));
      case NUMBER_ENDED -> Optional.of(new Failure(FailureClass.RECIPIENT, NOT_IN_REGISTER));
      case MISSING, NOT_RESIDENT -> Optional.of(new Failure(FailureClass.RECIPIENT, NO_ADDRESS));
      case RESIDENT -> {
        if (resident.municipality() != null && !resident.municipality().equals(authority.code())) {
          yield Optional.of(new Failure(FailureClass.STOPPED, Failure.CITIZEN_MOVED_AWAY));
        }
        yield resident.addressProtected() && !agreed.protectedToo()
            ? Optional.of(new Failure(FailureClass.STOPPED, ADDRESS_PROTECTED))
            : Optional.empty();
      }
    };
  }

  /** Whatever goes wrong with the words of a letter is a defect of the letter, not of the task. */
  private Written print(
      Writing writing,
      LetterTerms agreed,
      PostalAddress address,
      LetterCode code,
      LocalDate today) {
    LetterMessage letter;
    try {
      LetterWords words = texts.of(writing.invitation(), writing.step(), writing.authority());
      LetterSheet sheet =
          new LetterSheet(
              writing.authority().authorityName(),
              address,
              today,
              words,
              writing.link(),
              settings.codePage(),
              code.grouped());
      letter =
          new LetterMessage(
              writing.identifiers().messageUuid(),
              writing.identifiers().transactionId(),
              writing.authority().cvr(),
              words.heading(),
              address,
              choices(agreed),
              printer.print(sheet),
              new Paid(agreed, YearMonth.from(today), writing.identifiers().messageUuid()));
    } catch (RuntimeException e) {
      return impossible(
          FailureClass.CONTENT, "the letter cannot be written: " + e.getClass().getSimpleName());
    }
    return letter
        .defect()
        .<Written>map(defect -> impossible(FailureClass.CONTENT, defect))
        .orElseGet(() -> new Written.Ready(letter));
  }

  private PrintChoices choices(LetterTerms agreed) {
    Integer own = agreed.shipmentType();
    return own == null ? settings.print() : settings.print().withShipmentType(own);
  }

  private static FailureClass classOf(AddressBook.Blame blame) {
    return switch (blame) {
      case TRANSIENT -> FailureClass.TRANSIENT;
      case AGREEMENT -> FailureClass.AGREEMENT;
      case CONFIGURATION -> FailureClass.CONFIGURATION;
    };
  }

  private static Written.Refused impossible(FailureClass kind, String reason) {
    return new Written.Refused(new Failure(kind, reason));
  }

  /** The price of one letter, out of the budget of the month in which it is written. */
  private final class Paid implements Postage {
    private final LetterTerms agreed;
    private final YearMonth month;
    private final UUID letter;

    Paid(LetterTerms agreed, YearMonth month, UUID letter) {
      this.agreed = agreed;
      this.month = month;
      this.letter = letter;
    }

    @Override
    public boolean pay() {
      return transactions.<Boolean>inOne(() -> budget.spend(agreed, month, letter));
    }

    @Override
    public void giveBack() {
      transactions.runInOne(() -> budget.giveBack(letter));
    }
  }
}

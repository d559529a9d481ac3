package dk.borgermaaling.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.invitation.CodeDesk;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.LetterCode;
import dk.borgermaaling.gateway.invitation.LetterCodeBook;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.invitation.crypto.HmacLetterCodes;
import dk.borgermaaling.gateway.invitation.crypto.HmacLinkTokens;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.letter.AddressBook;
import dk.borgermaaling.gateway.letter.AddressBook.Answer;
import dk.borgermaaling.gateway.letter.AddressBook.Blame;
import dk.borgermaaling.gateway.letter.LetterBudget;
import dk.borgermaaling.gateway.letter.LetterSheet;
import dk.borgermaaling.gateway.letter.LetterTerms;
import dk.borgermaaling.gateway.letter.LetterWords;
import dk.borgermaaling.gateway.letter.PostalAddress;
import dk.borgermaaling.gateway.letter.PrintChoices;
import dk.borgermaaling.gateway.letter.Resident;
import dk.borgermaaling.gateway.letter.Resident.Status;
import dk.borgermaaling.gateway.letter.Sheets;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.testing.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WrittenLettersTest {
  private static final MunicipalityCode TAARNBY = new MunicipalityCode("0185");
  private static final Municipality AUTHORITY =
      new Municipality(TAARNBY, "Tårnby", "Tårnby Kommune", new Cvr("20310413"), true, false);
  private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

  private final InvitationId invitation = new InvitationId(UUID.randomUUID());
  private final HmacLetterCodes codes = new HmacLetterCodes(new byte[32]);
  private final Purse purse = new Purse();
  private final List<CprNumber> asked = new ArrayList<>();
  private final List<LetterSheet> printed = new ArrayList<>();
  private @Nullable LetterTerms terms = new LetterTerms(TAARNBY, 1_000, 2_000, null, false);
  private LetterTexts texts = LetterTexts.standard(Sheets.CONTACT);
  private Answer answer =
      new Answer.Found(new Resident(Status.RESIDENT, TAARNBY, false, Sheets.LONG));

  @Test
  void a_letter_has_address_link_code_and_the_step_s_identifiers() {
    Writing order = writing(Step.FIRST);
    LetterMessage letter = ready(write(order));
    assertThat(letter.messageUuid()).isEqualTo(order.identifiers().messageUuid());
    assertThat(letter.transactionId()).isEqualTo(order.identifiers().transactionId());
    assertThat(letter.senderCvr()).isEqualTo(AUTHORITY.cvr());
    assertThat(letter.address()).isEqualTo(Sheets.LONG);
    assertThat(letter.print().shipmentType()).isEqualTo(7);
    assertThat(letter.defect()).isEmpty();
    LetterSheet sheet = printed.get(0);
    assertThat(sheet.date()).isEqualTo(LocalDate.of(2026, 11, 29));
    assertThat(sheet.link()).isEqualTo(Sheets.LINK);
    assertThat(sheet.codePage()).hasToString("https://borgermaaling.example.dk/kode");
    assertThat(LetterCode.typed(sheet.code())).contains(codes.codeOf(invitation));
    assertThat(asked).hasSize(1);
  }

  @Test
  void a_reminder_says_so_and_a_municipality_s_own_shipment_type_holds() {
    terms = new LetterTerms(TAARNBY, 1_000, 2_000, 265, false);
    LetterMessage letter = ready(write(writing(Step.reminder(1))));
    assertThat(letter.title()).startsWith("Påmindelse");
    assertThat(letter.print().shipmentType()).isEqualTo(265);
  }

  @Test
  void a_municipality_that_has_not_agreed_sends_none_and_asks_nobody() {
    terms = null;
    assertStopped(FailureClass.STOPPED, "LETTERS_NOT_AGREED");
    assertThat(asked).isEmpty();
  }

  @Test
  void a_budget_that_is_spent_sends_none_and_asks_nobody() {
    LetterMessage first = ready(write(writing(Step.FIRST)));
    LetterMessage second = ready(write(writing(Step.FIRST)));
    LetterMessage third = ready(write(writing(Step.FIRST)));
    assertThat(first.postage().pay()).isTrue();
    assertThat(second.postage().pay()).isTrue();
    assertThat(second.postage().pay()).isTrue();
    assertThat(third.postage().pay()).isFalse();
    asked.clear();
    assertStopped(FailureClass.STOPPED, "LETTER_BUDGET_SPENT");
    assertThat(asked).isEmpty();
    second.postage().giveBack();
    assertThat(ready(write(writing(Step.FIRST)))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "DEAD, STOPPED, CITIZEN_DEAD",
    "EMIGRATED, RECIPIENT, CITIZEN_EMIGRATED",
    "IN_GREENLAND, RECIPIENT, CITIZEN_EMIGRATED",
    "MISSING, RECIPIENT, NO_POSTAL_ADDRESS",
    "NOT_RESIDENT, RECIPIENT, NO_POSTAL_ADDRESS",
    "NUMBER_ENDED, RECIPIENT, NOT_IN_CIVIL_REGISTER"
  })
  void who_does_not_live_here_any_more_gets_no_letter(
      Status status, FailureClass kind, String reason) {
    answer = new Answer.Found(new Resident(status, TAARNBY, false, Sheets.LONG));
    assertStopped(kind, reason);
  }

  @Test
  void who_has_moved_is_not_written_to_by_the_old_municipality() {
    answer =
        new Answer.Found(
            new Resident(Status.RESIDENT, new MunicipalityCode("0461"), false, Sheets.LONG));
    assertStopped(FailureClass.STOPPED, "CITIZEN_MOVED_AWAY");
  }

  @Test
  void a_protected_address_is_used_only_where_the_municipality_says_so() {
    answer = new Answer.Found(new Resident(Status.RESIDENT, TAARNBY, true, Sheets.LONG));
    assertStopped(FailureClass.STOPPED, "ADDRESS_PROTECTED");
    terms = new LetterTerms(TAARNBY, 1_000, 2_000, null, true);
    assertThat(ready(write(writing(Step.FIRST)))).isNotNull();
  }

  @Test
  void no_address_or_none_that_a_letter_can_carry_is_no_address() {
    answer = new Answer.Found(new Resident(Status.RESIDENT, TAARNBY, false, null));
    assertStopped(FailureClass.RECIPIENT, "NO_POSTAL_ADDRESS");
    PostalAddress noCode =
        new PostalAddress("A", null, "Testvej", "3", null, null, null, "", "Kastrup");
    answer = new Answer.Found(new Resident(Status.RESIDENT, TAARNBY, false, noCode));
    assertStopped(FailureClass.RECIPIENT, "NO_POSTAL_ADDRESS");
    answer = new Answer.NotFound();
    assertStopped(FailureClass.RECIPIENT, "NOT_IN_CIVIL_REGISTER");
  }

  @ParameterizedTest
  @EnumSource(Blame.class)
  void a_register_that_does_not_answer_says_nothing_about_the_citizen(Blame blame) {
    answer = new Answer.NoAnswer("the service answered 503", blame);
    assertStopped(FailureClass.valueOf(blame.name()), "no address: the service answered 503");
  }

  @Test
  void words_that_cannot_be_printed_are_a_defect_of_the_letter() {
    texts =
        (of, step, authority) -> {
          throw new IllegalStateException("the template has a hole");
        };
    assertStopped(FailureClass.CONTENT, "the letter cannot be written: IllegalStateException");
    LetterWords standard = LetterWords.standard(false, "x", "y");
    texts =
        (of, step, authority) ->
            new LetterWords(
                "x".repeat(151),
                standard.before(),
                "",
                "",
                "",
                "",
                standard.after(),
                "",
                standard.languages());
    assertStopped(FailureClass.CONTENT, "the title must have 1 to 150 characters");
  }

  @Test
  void a_company_gets_no_letter() {
    Written written =
        letters()
            .write(
                new Writing(
                    invitation,
                    Step.FIRST,
                    identifiers(),
                    AUTHORITY,
                    new Recipient.Company(new Cvr("12345678")),
                    Sheets.LINK,
                    Instant.EPOCH));
    assertThat(written)
        .isEqualTo(
            new Written.Refused(new Failure(FailureClass.RECIPIENT, "LETTERS_TO_PEOPLE_ONLY")));
  }

  private void assertStopped(FailureClass kind, String reason) {
    assertThat(write(writing(Step.FIRST)))
        .isEqualTo(new Written.Refused(new Failure(kind, reason)));
  }

  private static LetterMessage ready(Written written) {
    assertThat(written).isInstanceOf(Written.Ready.class);
    return (LetterMessage) ((Written.Ready) written).message();
  }

  private Written write(Writing order) {
    return letters().write(order);
  }

  private Writing writing(Step step) {
    return new Writing(
        invitation,
        step,
        identifiers(),
        AUTHORITY,
        new Recipient.Person(new CprNumber(Messages.CPR)),
        Sheets.LINK,
        Instant.EPOCH);
  }

  private static Notification.Identifiers identifiers() {
    return new Notification.Identifiers(UUID.randomUUID(), UUID.randomUUID());
  }

  private WrittenLetters letters() {
    Transactions transactions =
        new Transactions() {
          @Override
          public <T> T inOne(Supplier<T> work) {
            return work.get();
          }
        };
    AddressBook addresses =
        (authority, citizen) -> {
          asked.add(citizen);
          return answer;
        };
    return new WrittenLetters(
        transactions,
        (municipality, on) -> Optional.ofNullable(terms),
        purse,
        addresses,
        new CodeDesk(transactions, codes, new CodesInMemory(), new HmacLinkTokens(new byte[32])),
        (of, step, authority) -> texts.of(of, step, authority),
        sheet -> {
          printed.add(sheet);
          return PDF;
        },
        new WrittenLetters.Settings(
            new PrintChoices(
                7, PrintChoices.PostCategory.PRIORITY, PrintChoices.Envelope.C5, false, true),
            URI.create("https://borgermaaling.example.dk/kode")),
        SettableClock.at("2026-11-29T11:00"));
  }

  /** A budget in memory. */
  private static final class Purse implements LetterBudget {
    private final Set<UUID> paid = new HashSet<>();

    @Override
    public boolean hasRoom(LetterTerms terms, YearMonth month) {
      return (paid.size() + 1) * terms.priceOre() <= terms.monthOre();
    }

    @Override
    public boolean spend(LetterTerms terms, YearMonth month, UUID letter) {
      return paid.contains(letter) || (hasRoom(terms, month) && paid.add(letter));
    }

    @Override
    public void giveBack(UUID letter) {
      paid.remove(letter);
    }
  }

  /** Codes in memory. */
  private static final class CodesInMemory implements LetterCodeBook {
    private final Map<LetterCode, InvitationId> codes = new HashMap<>();

    @Override
    public boolean keep(InvitationId of, MunicipalityCode municipality, LetterCode code) {
      return of.equals(codes.computeIfAbsent(code, key -> of));
    }

    @Override
    public Optional<InvitationId> find(LetterCode code) {
      return Optional.ofNullable(codes.get(code));
    }
  }
}

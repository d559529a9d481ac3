package dk.borgermaaling.gateway.notification.wiring;

import dk.borgermaaling.gateway.invitation.CodeDesk;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.letter.AddressBook;
import dk.borgermaaling.gateway.letter.LetterBudget;
import dk.borgermaaling.gateway.letter.LetterPrinter;
import dk.borgermaaling.gateway.letter.LetterTerms;
import dk.borgermaaling.gateway.letter.PrintChoices;
import dk.borgermaaling.gateway.notification.InvitationText;
import dk.borgermaaling.gateway.notification.LetterTexts;
import dk.borgermaaling.gateway.notification.Letters;
import dk.borgermaaling.gateway.notification.TemplateLetters;
import dk.borgermaaling.gateway.notification.WrittenLetters;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Letters on paper, out of what {@code letter} offers. */
@Dependent
public class LettersWiring {
  @Produces
  @Singleton
  LetterTexts letterTexts(InvitationText text) {
    return new TemplateLetters(text);
  }

  @Produces
  @Singleton
  Letters letters(
      Transactions transactions,
      LetterTerms.Book terms,
      LetterBudget budget,
      AddressBook addresses,
      CodeDesk codes,
      LetterTexts texts,
      LetterPrinter printer,
      PrintChoices choices,
      BusinessClock business,
      @ConfigProperty(name = "gateway.public-url") URI publicUrl) {
    URI base = publicUrl.toString().endsWith("/") ? publicUrl : URI.create(publicUrl + "/");
    return new WrittenLetters(
        transactions,
        terms,
        budget,
        addresses,
        codes,
        texts,
        printer,
        new WrittenLetters.Settings(choices, base.resolve("kode")),
        business);
  }
}

package dk.borgermaaling.gateway.letter.kombit;

import dk.borgermaaling.gateway.access.kombit.SafeXml;
import dk.borgermaaling.gateway.access.kombit.SafeXml.UnsafeXml;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.letter.AddressBook.Answer;
import dk.borgermaaling.gateway.letter.AddressBook.Blame;
import dk.borgermaaling.gateway.letter.PostalAddress;
import dk.borgermaaling.gateway.letter.Resident;
import dk.borgermaaling.gateway.letter.Resident.Status;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Reads what PersonLookup answered, by local names. Whatever it does not understand it calls no
 * answer: an unreadable register must neither bury a citizen nor move one.
 */
final class PersonAnswer {
  private static final int MOST_CODE = 999;

  private PersonAnswer() {}

  static Answer read(int status, byte[] body) {
    return switch (status) {
      case 200, 500 -> soap(body, "the service answered " + status);
      case 401, 403 -> new Answer.NoAnswer("the service answered " + status, Blame.AGREEMENT);
      case 404, 405, 415 ->
          new Answer.NoAnswer("the service answered " + status, Blame.CONFIGURATION);
      default -> new Answer.NoAnswer("the service answered " + status, Blame.TRANSIENT);
    };
  }

  private static Answer soap(byte[] body, String otherwise) {
    try {
      Element content = SafeXml.at(SafeXml.parse(body), "Body").orElse(null);
      if (content == null) {
        return new Answer.NoAnswer(otherwise + " without a body", Blame.TRANSIENT);
      }
      Element found = SafeXml.child(content, "PersonLookupResponse").orElse(null);
      return found == null ? fault(content, otherwise) : person(found);
    } catch (UnsafeXml e) {
      return new Answer.NoAnswer("the answer cannot be read", Blame.TRANSIENT);
    }
  }

  /** The fault's text may name the number that was asked for, so that only its kind is told. */
  private static Answer fault(Element body, String otherwise) {
    String text =
        SafeXml.at(body, "Fault")
            .map(Element::getTextContent)
            .orElse("")
            .replace(" ", "")
            .toLowerCase(Locale.ROOT);
    if (text.contains("pnrnotfound")) {
      return new Answer.NotFound();
    }
    boolean notAllowed =
        text.contains("securitymodel")
            || text.contains("serviceagreement")
            || text.contains("notauthorized")
            || text.contains("accessdenied");
    return new Answer.NoAnswer(
        otherwise + " with a fault", notAllowed ? Blame.AGREEMENT : Blame.TRANSIENT);
  }

  private static Answer person(Element answer) {
    Optional<Status> status =
        SafeXml.text(answer, "persondata", "status", "status").flatMap(PersonAnswer::status);
    if (status.isEmpty()) {
      return new Answer.NoAnswer("the answer has no status that we know", Blame.TRANSIENT);
    }
    boolean isProtected =
        SafeXml.at(answer, "persondata", "adressebeskyttelse").isPresent()
            && !SafeXml.text(answer, "persondata", "adressebeskyttelse", "beskyttet")
                .filter(told -> told.equals("false") || told.equals("0"))
                .isPresent();
    return new Answer.Found(
        new Resident(
            status.get(),
            SafeXml.text(answer, "adresse", "aktuelAdresse", "kommunekode")
                .flatMap(PersonAnswer::municipality)
                .orElse(null),
            isProtected,
            address(answer)));
  }

  private static Optional<Status> status(String code) {
    return switch (code) {
      case "1", "01", "3", "03" -> Optional.of(Status.RESIDENT);
      case "5", "05", "7", "07" -> Optional.of(Status.IN_GREENLAND);
      case "20" -> Optional.of(Status.NOT_RESIDENT);
      case "30", "50", "60" -> Optional.of(Status.NUMBER_ENDED);
      case "70" -> Optional.of(Status.MISSING);
      case "80" -> Optional.of(Status.EMIGRATED);
      case "90" -> Optional.of(Status.DEAD);
      default -> Optional.empty();
    };
  }

  private static Optional<MunicipalityCode> municipality(String code) {
    return code.matches("[0-9]{1,4}") && Integer.parseInt(code) <= MOST_CODE
        ? Optional.of(new MunicipalityCode("%04d".formatted(Integer.parseInt(code))))
        : Optional.empty();
  }

  private static @Nullable PostalAddress address(Element answer) {
    Optional<String> name = SafeXml.text(answer, "persondata", "navn", "personadresseringsnavn");
    Optional<Element> at = SafeXml.at(answer, "adresse", "aktuelAdresse");
    Optional<String> street =
        at.flatMap(a -> SafeXml.text(a, "vejnavn"))
            .or(() -> at.flatMap(a -> SafeXml.text(a, "vejadresseringsnavn")));
    if (name.isEmpty() || at.isEmpty() || street.isEmpty()) {
      return null;
    }
    return new PostalAddress(
        name.get(),
        part(at.get(), "conavn"),
        street.get(),
        SafeXml.text(at.get(), "husnummer").orElse(""),
        part(at.get(), "etage"),
        part(at.get(), "sidedoer"),
        part(at.get(), "bynavn"),
        SafeXml.text(at.get(), "postnummer").orElse(""),
        SafeXml.text(at.get(), "postdistrikt").orElse(""));
  }

  private static @Nullable String part(Element address, String name) {
    return SafeXml.text(address, name).orElse(null);
  }
}

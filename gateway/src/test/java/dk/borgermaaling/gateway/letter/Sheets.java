package dk.borgermaaling.gateway.letter;

import java.net.URI;
import java.time.LocalDate;

/** Letters to made-up citizens. */
public final class Sheets {
  public static final String CONTACT = "Har du spørgsmål, så ring til kommunen.";
  public static final URI LINK =
      URI.create("https://borgermaaling.example.dk/s/AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");

  /** As wide and as high as an address gets. */
  public static final PostalAddress LONG =
      new PostalAddress(
          "Åse Bjørnsdottir Østergaard-Lindström Wæver",
          "Ægir Ø. Sørensen",
          "Prinsesse Charlottes Gade",
          "012b",
          "01",
          "TV",
          "Nørrebro",
          "2200",
          "København N");

  private Sheets() {}

  public static LetterSheet to(PostalAddress address) {
    return with(address, LetterWords.standard(false, "Tårnby Kommune", CONTACT));
  }

  public static LetterSheet with(PostalAddress address, LetterWords words) {
    return new LetterSheet(
        "Tårnby Kommune",
        address,
        LocalDate.of(2026, 11, 29),
        words,
        LINK,
        URI.create("https://borgermaaling.example.dk/kode"),
        "7K3M-9QXT-4HFWC");
  }
}

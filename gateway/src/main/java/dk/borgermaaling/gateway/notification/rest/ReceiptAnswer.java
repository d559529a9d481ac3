package dk.borgermaaling.gateway.notification.rest;

/** The answers that Beskedfordeler understands. Anything but 20 brings the message again. */
final class ReceiptAnswer {
  static final String TAKEN = output("20", "");
  static final String NOT_STORED = output("40", "The message could not be stored");
  static final String UNREADABLE = output("41", "Couldn't parse message");

  private ReceiptAnswer() {}

  private static String output(String code, String text) {
    String words =
        text.isEmpty() ? "<FejlbeskedTekst/>" : "<FejlbeskedTekst>" + text + "</FejlbeskedTekst>";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<ns2:ModtagBeskedOutput xmlns=\"urn:oio:sagdok:3.0.0\" xmlns:ns2=\"urn:oio:sts:1.0.0\">"
        + "<StandardRetur><StatusKode>"
        + code
        + "</StatusKode>"
        + words
        + "</StandardRetur></ns2:ModtagBeskedOutput>\n";
  }
}

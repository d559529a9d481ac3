package dk.borgermaaling.gateway.beskedfordeler.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The answers that Beskedfordeler understands. Anything but 20 brings the message again. */
public final class PushAnswer {
  public static final String TAKEN = output("20", "");
  public static final String NOT_STORED = output("40", "The message could not be stored");
  public static final String UNREADABLE = output("41", "Couldn't parse message");

  private PushAnswer() {}

  /** One of the answers above. */
  public static Response xml(String body) {
    return Response.ok(body, MediaType.APPLICATION_XML_TYPE.withCharset("UTF-8")).build();
  }

  /** The message lacks what every message has. */
  public static Response badRequest(String text) {
    return Response.status(Response.Status.BAD_REQUEST)
        .type(MediaType.TEXT_PLAIN_TYPE)
        .entity(text)
        .build();
  }

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

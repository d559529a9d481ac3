package dk.borgermaaling.gateway.edge.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** What a refused caller sees. */
public final class Faults {
  private static final String BARE =
      """
      <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body><soap:Fault>\
      <soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code><soap:Reason><soap:Text \
      xml:lang="en">%1$s</soap:Text></soap:Reason><soap:Detail><problem \
      xmlns="http://borgermaaling.dk/contract/case-event/1"><type>\
      http://borgermaaling.dk/problems/%2$s</type><title>%1$s</title><detail>%3$s</detail>\
      <instance>urn:uuid:ID</instance></problem></soap:Detail></soap:Fault></soap:Body>\
      </soap:Envelope>""";

  private Faults() {}

  /** The one fault of every security failure, to the byte, apart from the incident's id. */
  public static void assertNotTrusted(HttpResponse<String> answer) {
    assertBare(
        answer,
        500,
        BARE.formatted(
            "The message is not trusted", "not-trusted", "The message could not be trusted"));
  }

  public static void assertMalformed(HttpResponse<String> answer) {
    assertBare(
        answer,
        500,
        BARE.formatted(
            "The message is malformed",
            "malformed",
            "message must be well-formed XML: a SOAP 1.2 envelope without a DTD"));
  }

  static void assertBare(HttpResponse<String> answer, int status, String body) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body().replaceAll("urn:uuid:[0-9a-f-]{36}", "urn:uuid:ID")).isEqualTo(body);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/soap+xml; charset=UTF-8");
  }
}

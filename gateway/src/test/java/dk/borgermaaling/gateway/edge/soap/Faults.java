package dk.borgermaaling.gateway.edge.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** What a refused caller sees. */
public final class Faults {
  private static final String PROBLEM =
      """
      <problem xmlns="http://borgermaaling.dk/contract/case-event/1"><type>\
      http://borgermaaling.dk/problems/%2$s</type><title>%1$s</title><detail>%3$s</detail>\
      <instance>urn:uuid:ID</instance></problem><ServiceplatformFault \
      xmlns="http://serviceplatformen.dk/xml/schemas/ServiceplatformFault/1/"><ErrorList><Error>\
      <ErrorCode>%2$s</ErrorCode><ErrorText>%3$s%4$s
      For further information contact the operator of Borgermåling and inform:
        CallUUID: ID   Received: TIME</ErrorText></Error></ErrorList></ServiceplatformFault>""";

  private static final String MODELS =
      ". The following security models are supported: [KombitToken]";

  private static final String SOAP_12 =
      """
      <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body><soap:Fault>\
      <soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code><soap:Reason><soap:Text \
      xml:lang="en">%1$s</soap:Text></soap:Reason><soap:Detail>"""
          + PROBLEM
          + "</soap:Detail></soap:Fault></soap:Body></soap:Envelope>";

  private static final String SOAP_11 =
      """
      <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault>\
      <faultcode>soap:Client</faultcode><faultstring>%1$s</faultstring><detail>"""
          + PROBLEM
          + "</detail></soap:Fault></soap:Body></soap:Envelope>";

  private Faults() {}

  /** The one fault of every security failure, to the byte, apart from the incident's id. */
  public static void assertNotTrusted(HttpResponse<String> answer, SoapProfile profile) {
    assertBare(
        answer,
        profile,
        "The message is not trusted",
        "not-trusted",
        "The message could not be trusted");
  }

  public static void assertMalformed(HttpResponse<String> answer, SoapProfile profile) {
    assertMalformed(
        answer,
        profile,
        "message must be well-formed XML: a " + profile.versionName() + " envelope without a DTD");
  }

  public static void assertMalformed(
      HttpResponse<String> answer, SoapProfile profile, String detail) {
    assertBare(answer, profile, "The message is malformed", "malformed", detail);
  }

  private static void assertBare(
      HttpResponse<String> answer,
      SoapProfile profile,
      String title,
      String problem,
      String detail) {
    String models = problem.equals("not-trusted") ? MODELS : "";
    String template = profile == SoapProfile.OIO_IDWS ? SOAP_12 : SOAP_11;
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(
            answer
                .body()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceFirst("(?<=Received: )[0-9T:.-]+Z", "TIME"))
        .isEqualTo(template.formatted(title, problem, detail, models));
    assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
        .isEqualToIgnoringCase(profile.mediaType() + ";charset=UTF-8");
  }
}

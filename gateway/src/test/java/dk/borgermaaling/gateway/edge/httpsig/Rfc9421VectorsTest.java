package dk.borgermaaling.gateway.edge.httpsig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Appendix B.2 of RFC 9421: each signature base, letter by letter, and each signature. */
class Rfc9421VectorsTest {
  /** A row of the appendix; {@code lines} are those before the line of the parameters. */
  record Vector(
      String label, String input, String signature, VerificationKey key, List<String> lines) {
    @Override
    public String toString() {
      return label;
    }
  }

  static Stream<Vector> vectors() {
    return Stream.of(
        new Vector(
            "sig-b21",
            "();created=1618884473;keyid=\"test-key-rsa-pss\";nonce=\"b3k2pp5k7z-50gnwp.yemd\"",
            "d2pmTvmbncD3xQm8E9ZV2828BjQWGgiwAaw5bAkgibUopemLJcWDy/lkbbHAve4cRAtx31Iq786U7it++wgG"
                + "xbtRxf8Udx7zFZsckzXaJMkA7ChG52eSkFxykJeNqsrWH5S+oxNFlD4dzVuwe8DhTSja8xxbR/Z2cOGd"
                + "CbzR72rgFWhzx2VjBqJzsPLMIQKhO4DGezXehhWwE56YCE+O6c0mKZsfxVrogUvA4HELjVKWmAvtl6Un"
                + "Ch8jYzuVG5WSb/QEVPnP5TmcAnLH1g+s++v6d4s8m0gCw1fV5/SITLq9mhho8K3+7EPYTU8IU1bLhdxO"
                + "5Nyt8C8ssinQ98Xw9Q==",
            RfcKeys.RSA_PSS,
            List.of()),
        new Vector(
            "sig-b22",
            "(\"@authority\" \"content-digest\" \"@query-param\";name=\"Pet\")"
                + ";created=1618884473;keyid=\"test-key-rsa-pss\";tag=\"header-example\"",
            "LjbtqUbfmvjj5C5kr1Ugj4PmLYvx9wVjZvD9GsTT4F7GrcQEdJzgI9qHxICagShLRiLMlAJjtq6N4CDfKtjv"
                + "uJyE5qH7KT8UCMkSowOB4+ECxCmT8rtAmj/0PIXxi0A0nxKyB09RNrCQibbUjsLS/2YyFYXEu4TRJQzR"
                + "w1rLEuEfY17SARYhpTlaqwZVtR8NV7+4UKkjqpcAoFqWFQh62s7Cl+H2fjBSpqfZUJcsIk4N6wiKYd4j"
                + "e2U/lankenQ99PZfB4jY3I5rSV2DSBVkSFsURIjYErOs0tFTQosMTAoxk//0RoKUqiYY8Bh0aaUEb0rQ"
                + "l3/XaVe4bXTugEjHSw==",
            RfcKeys.RSA_PSS,
            List.of(
                "\"@authority\": example.com",
                "\"content-digest\": " + RfcMessages.REQUEST_DIGEST,
                "\"@query-param\";name=\"Pet\": dog")),
        new Vector(
            "sig-b23",
            "(\"date\" \"@method\" \"@path\" \"@query\" \"@authority\" \"content-type\""
                + " \"content-digest\" \"content-length\")"
                + ";created=1618884473;keyid=\"test-key-rsa-pss\"",
            "bbN8oArOxYoyylQQUU6QYwrTuaxLwjAC9fbY2F6SVWvh0yBiMIRGOnMYwZ/5MR6fb0Kh1rIRASVxFkeGt683"
                + "+qRpRRU5p2voTp768ZrCUb38K0fUxN0O0iC59DzYx8DFll5GmydPxSmme9v6ULbMFkl+V5B1TP/yPViV"
                + "7KsLNmvKiLJH1pFkh/aYA2HXXZzNBXmIkoQoLd7YfW91kE9o/CCoC1xMy7JA1ipwvKvfrs65ldmlu9bp"
                + "G6A9BmzhuzF8Eim5f8ui9eH8LZH896+QIF61ka39VBrohr9iyMUJpvRX2Zbhl5ZJzSRxpJyoEZAFL2FU"
                + "o5fTIztsDZKEgM4cUA==",
            RfcKeys.RSA_PSS,
            List.of(
                "\"date\": Tue, 20 Apr 2021 02:07:55 GMT",
                "\"@method\": POST",
                "\"@path\": /foo",
                "\"@query\": ?param=Value&Pet=dog",
                "\"@authority\": example.com",
                "\"content-type\": application/json",
                "\"content-digest\": " + RfcMessages.REQUEST_DIGEST,
                "\"content-length\": 18")),
        new Vector(
            "sig-b24",
            "(\"@status\" \"content-type\" \"content-digest\" \"content-length\")"
                + ";created=1618884473;keyid=\"test-key-ecc-p256\"",
            "wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oia"
                + "sw==",
            RfcKeys.ECC_P256,
            List.of(
                "\"@status\": 200",
                "\"content-type\": application/json",
                "\"content-digest\": " + RfcMessages.RESPONSE_DIGEST,
                "\"content-length\": 23")),
        new Vector(
            "sig-b25",
            "(\"date\" \"@authority\" \"content-type\")"
                + ";created=1618884473;keyid=\"test-shared-secret\"",
            "pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=",
            RfcKeys.HMAC,
            List.of(
                "\"date\": Tue, 20 Apr 2021 02:07:55 GMT",
                "\"@authority\": example.com",
                "\"content-type\": application/json")),
        new Vector(
            "sig-b26",
            "(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
                + ";created=1618884473;keyid=\"test-key-ed25519\"",
            "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKR"
                + "Cw==",
            RfcKeys.ED25519,
            List.of(
                "\"date\": Tue, 20 Apr 2021 02:07:55 GMT",
                "\"@method\": POST",
                "\"@path\": /foo",
                "\"@authority\": example.com",
                "\"content-type\": application/json",
                "\"content-length\": 18")));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void the_signature_base_is_the_rfcs(Vector vector) {
    String parameters = "\"@signature-params\": " + vector.input;
    String expected =
        String.join("\n", Stream.concat(vector.lines.stream(), Stream.of(parameters)).toList());
    assertThat(base(vector).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void the_signature_holds(Vector vector) {
    assertThat(vector.key.verifies(base(vector), read(vector).signature())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void the_signature_does_not_hold_for_a_base_with_one_letter_more(Vector vector) {
    SignatureBase other = new SignatureBase(base(vector).text() + " ");
    assertThat(vector.key.verifies(other, read(vector).signature())).isFalse();
  }

  @Test
  void what_signs_alike_every_time_signs_as_the_rfc_did() {
    List<Vector> all = vectors().toList();
    assertThat(RfcKeys.HMAC_SIGNER.sign(base(all.get(4))).base64()).isEqualTo(all.get(4).signature);
    assertThat(RfcKeys.ED25519_SIGNER.sign(base(all.get(5))).base64())
        .isEqualTo(all.get(5).signature);
  }

  private static SignatureBase base(Vector vector) {
    return SignatureBase.of(read(vector).input(), Components.of(message(vector)));
  }

  private static SignatureFields.Labelled read(Vector vector) {
    return SignatureFields.of(message(vector).fields()).labelled(vector.label);
  }

  private static MessageView message(Vector vector) {
    String input = vector.label + '=' + vector.input;
    String signature = vector.label + "=:" + vector.signature + ':';
    RequestView request = HttpText.request(RfcMessages.REQUEST);
    return vector.label.equals("sig-b24")
        ? HttpText.response(RfcMessages.signed(RfcMessages.RESPONSE, input, signature), request)
        : HttpText.request(RfcMessages.signed(RfcMessages.REQUEST, input, signature));
  }
}

package dk.borgermaaling.gateway.edge.httpsig;

/** Messages of RFC 9421, appendix B.2 and section 2.4, with the signatures it gives for them. */
final class RfcMessages {
  static final String REQUEST_DIGEST =
      "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHW"
          + "XvJwew==:";
  static final String RESPONSE_DIGEST =
      "sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5"
          + "aGgfLQ==:";
  static final String BUSY_DIGEST =
      "sha-512=:0Y6iCBzGg5rZtoXS95Ijz03mslf6KAMCloESHObfwnHJDbkkWWQz6PhhU9kxsTbARtY2PTBOzq24uJFp"
          + "HsMuAg==:";

  /** The message that all requests of appendix B.2 sign. */
  static final String REQUEST =
      """
      POST /foo?param=Value&Pet=dog HTTP/1.1
      Host: example.com
      Date: Tue, 20 Apr 2021 02:07:55 GMT
      Content-Type: application/json
      Content-Digest: %s
      Content-Length: 18

      {"hello": "world"}"""
          .formatted(REQUEST_DIGEST);

  static final String RESPONSE =
      """
      HTTP/1.1 200 OK
      Date: Tue, 20 Apr 2021 02:07:56 GMT
      Content-Type: application/json
      Content-Digest: %s
      Content-Length: 23

      {"message": "good dog"}"""
          .formatted(RESPONSE_DIGEST);

  /** The answer of section 2.4. */
  static final String BUSY =
      """
      HTTP/1.1 503 Service Unavailable
      Date: Tue, 20 Apr 2021 02:07:56 GMT
      Content-Type: application/json
      Content-Length: 62
      Content-Digest: %s

      {"busy": true, "message": "Your call is very important to us"}"""
          .formatted(BUSY_DIGEST);

  private RfcMessages() {}

  /** The message with the two signature fields after its others. */
  static String signed(String message, String input, String signature) {
    return message.replaceFirst(
        "\n\n|\n?$", "\nSignature-Input: " + input + "\nSignature: " + signature + "\n\n");
  }
}

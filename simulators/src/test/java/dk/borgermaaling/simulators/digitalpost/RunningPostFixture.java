package dk.borgermaaling.simulators.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.sts.Registry;
import dk.borgermaaling.simulators.support.Caller;
import dk.borgermaaling.simulators.support.FakeGateway;
import dk.borgermaaling.simulators.support.RunningPost;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A running post with a caller who may send for Silkeborg, and a gateway that takes receipts. */
class RunningPostFixture {
  static final String SILKEBORG = "29189641";
  @TempDir Path state;
  FakeGateway gateway;
  RunningPost post;
  Caller caller;
  String token;

  @BeforeEach
  void start() throws Exception {
    gateway = FakeGateway.open(0);
    post = RunningPost.start(state, gateway.address());
    caller = new Caller(post.port(), "gateway");
    token = caller.accessToken(Registry.SEND, SILKEBORG);
  }

  @AfterEach
  void stop() throws Exception {
    post.close();
    gateway.close();
  }

  String valid(String recipient) {
    return MemoText.kombi(
        SILKEBORG, recipient, UUID.randomUUID().toString(), UUID.randomUUID() + "/first");
  }

  void turnOn(String name, String body) throws Exception {
    HttpRequest.Builder request =
        caller.request("/switches/" + name).PUT(HttpRequest.BodyPublishers.ofString(body));
    assertThat(caller.send(request).statusCode()).isEqualTo(204);
  }

  String page(String path) throws Exception {
    HttpResponse<String> answer = caller.send(caller.request(path));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  List<JsonObject> messages() throws Exception {
    String json = page("/mailbox/api/messages");
    return Caller.json("{\"all\":" + json + "}").getJsonArray("all").getValuesAs(JsonObject.class);
  }

  List<String> payloads() {
    return gateway.receipts().stream()
        .map(text -> first(text, "<Base64[^>]*>(.*?)</Base64>"))
        .map(base64 -> new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8))
        .toList();
  }

  static String first(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}

package dk.borgermaaling.gateway.edge.soap;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Messages by what is special about them, each made from a good one when it is asked for. */
class Rows {
  final Supplier<TestToken> token;
  final Function<TestToken, RawMessage> message;
  final Map<String, Supplier<byte[]>> rows = new LinkedHashMap<>();

  Rows(Supplier<TestToken> token, Function<TestToken, RawMessage> message) {
    this.token = token;
    this.message = message;
  }

  final void row(String name, UnaryOperator<RawMessage> change) {
    rows.put(name, () -> change.apply(message.apply(token.get())).bytes());
  }

  final void tampered(String name, UnaryOperator<String> change) {
    rows.put(
        name,
        () -> {
          String good = message.apply(token.get()).xml();
          String bad = change.apply(good);
          if (bad.equals(good)) {
            throw new IllegalStateException("nothing was changed: " + name);
          }
          return bad.getBytes(StandardCharsets.UTF_8);
        });
  }

  final void tokenRow(String name, UnaryOperator<TestToken> change) {
    rows.put(name, () -> message.apply(change.apply(token.get())).bytes());
  }

  static TestToken issuer(TestToken token, Identity issuer) {
    token.issuer = issuer;
    return token;
  }
}

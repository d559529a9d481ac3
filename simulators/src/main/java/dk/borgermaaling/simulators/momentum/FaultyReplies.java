package dk.borgermaaling.simulators.momentum;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dk.borgermaaling.simulators.server.Reply;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** What the faults make of one town's pages and answers. */
final class FaultyReplies {
  private static final int BIG = 20;
  private final Faults faults;
  private final String town;

  FaultyReplies(Faults faults, String town) {
    this.faults = faults;
    this.town = town;
  }

  /** Whoever asks, and for whatever: empty when the request goes on. */
  Optional<Reply> instead() {
    faults.seconds(Fault.SLOW, town, 30).ifPresent(FaultyReplies::linger);
    if (faults.applies(Fault.RESET, town)) {
      return Optional.of(Reply.hangUp());
    }
    if (faults.applies(Fault.FRESH_TOKEN_401, town)) {
      return Optional.of(MomentumJson.error(401, "Access denied"));
    }
    return faults
        .seconds(Fault.TOO_MANY_429, town, 1)
        .map(
            seconds ->
                MomentumJson.error(429, "Too many requests").with("Retry-After", "" + seconds));
  }

  /** A page of a search. */
  Reply page(JsonObject page, List<JsonObject> rows, Paging paging) {
    if (rows.size() > BIG && faults.applies(Fault.LONG_SEARCH_504, town)) {
      return MomentumJson.error(504, "The request timed out");
    }
    if (page.getJsonArray("data").size() > BIG && faults.applies(Fault.BIG_PAGE_504, town)) {
      return MomentumJson.error(504, "The request timed out");
    }
    JsonObject told = page;
    if (hasRowBefore(rows, paging) && faults.applies(Fault.DUPLICATE_ROWS, town)) {
      told = withRowBefore(told, rows, paging);
    }
    if (faults.applies(Fault.PAGE_WITHOUT_DATA, town)) {
      told = Json.createObjectBuilder(told).remove("data").build();
    }
    if (faults.applies(Fault.HAS_MORE_FOR_EVER, town)) {
      told = lastPageAgain(told, rows, paging);
    }
    return written(told);
  }

  /** Any other answer. */
  Reply written(JsonObject told) {
    if (faults.applies(Fault.HTML_INSTEAD, town)) {
      return Reply.html(200, "<!DOCTYPE html><title>Momentum</title><p>Vedligehold</p>");
    }
    if (faults.applies(Fault.BROKEN_GZIP, town)) {
      return Reply.of(200, "application/json", new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3})
          .with("Content-Encoding", "gzip");
    }
    if (faults.applies(Fault.BROKEN_CHARSET, town)) {
      byte[] text = told.toString().getBytes(ISO_8859_1);
      byte[] broken = new byte[text.length + 2];
      broken[0] = (byte) 0xfe;
      broken[1] = (byte) 0xff;
      System.arraycopy(text, 0, broken, 2, text.length);
      return Reply.of(200, "application/json;charset=UTF-16", broken);
    }
    return Reply.of(200, "application/json;charset=UTF-8", told.toString().getBytes(UTF_8));
  }

  private static boolean hasRowBefore(List<JsonObject> rows, Paging paging) {
    return paging.number() > 0 && paging.first() <= rows.size();
  }

  private static JsonObject withRowBefore(JsonObject page, List<JsonObject> rows, Paging paging) {
    JsonArrayBuilder data = Json.createArrayBuilder().add(rows.get((int) paging.first() - 1));
    page.getJsonArray("data").forEach(data::add);
    return Json.createObjectBuilder(page).add("data", data).build();
  }

  private static JsonObject lastPageAgain(JsonObject page, List<JsonObject> rows, Paging paging) {
    int from = Math.max(0, rows.size() - paging.size());
    JsonArrayBuilder data = Json.createArrayBuilder();
    rows.subList(from, rows.size()).forEach(data::add);
    return Json.createObjectBuilder(page)
        .add("data", page.getBoolean("hasMore") ? page.get("data") : data.build())
        .add("hasMore", JsonValue.TRUE)
        .build();
  }

  private static void linger(int seconds) {
    try {
      Thread.sleep(seconds * 1000L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

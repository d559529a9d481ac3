package dk.borgermaaling.gateway.murder;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The switches of the simulated post, each on for a share of the calls that the seed decides. Seeds
 * that are even meet a post that refuses a repeated messageUUID, odd ones a post that takes it.
 */
final class Moods {
  private static final String REFUSES_REPEATED = "refuse-duplicates";

  /** Longer than a worker waits for an answer. */
  private static final int TOO_SLOW_SECONDS = 2;

  private static final Map<String, Double> SHARES = new LinkedHashMap<>();

  static {
    SHARES.put("slow-but-accepted", 0.04);
    SHARES.put("slow-and-lost", 0.02);
    SHARES.put("reset-after-accept", 0.06);
    SHARES.put("unauthorized", 0.06);
    SHARES.put("error-500", 0.04);
    SHARES.put("result-false", 0.02);
    SHARES.put("memo-invalid", 0.03);
    SHARES.put("failed-after-received", 0.03);
    SHARES.put("duplicated-receipts", 0.2);
    SHARES.put("reordered-receipts", 0.2);
    SHARES.put("unknown-receipts", 0.05);
    SHARES.put("missing-receipts", 0.05);
    SHARES.put("late-receipts", 0.1);
    SHARES.put("receipts-before-answer", 0.1);
  }

  private final SimulatedPost post;

  Moods(SimulatedPost post) {
    this.post = post;
  }

  void turnOn(long seed) {
    SHARES.forEach(
        (name, share) -> {
          JsonObjectBuilder setting =
              Json.createObjectBuilder().add("share", share).add("seed", seed);
          setting.add("seconds", name.equals("late-receipts") ? 1 : TOO_SLOW_SECONDS);
          post.turnOn(name, setting.build());
        });
    if (seed % 2 == 0) {
      post.turnOn(REFUSES_REPEATED, Json.createObjectBuilder().build());
    }
  }

  void turnOff() {
    SHARES.keySet().forEach(post::turnOff);
    post.turnOff(REFUSES_REPEATED);
    post.turnOff("outage");
    post.turnOff("hang-up");
  }
}

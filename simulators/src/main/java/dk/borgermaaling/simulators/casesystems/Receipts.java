package dk.borgermaaling.simulators.casesystems;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** How many events the gateway has stored, known already, and refused. */
public record Receipts(int stored, int duplicate, int rejected) {
  public static final Receipts NONE = new Receipts(0, 0, 0);

  public Receipts plus(Receipts more) {
    return new Receipts(stored + more.stored, duplicate + more.duplicate, rejected + more.rejected);
  }

  public int all() {
    return stored + duplicate + rejected;
  }

  JsonObject json() {
    return Json.createObjectBuilder()
        .add("stored", stored)
        .add("duplicate", duplicate)
        .add("rejected", rejected)
        .build();
  }

  static Receipts of(JsonObject json) {
    return new Receipts(
        json.getInt("stored", 0), json.getInt("duplicate", 0), json.getInt("rejected", 0));
  }
}

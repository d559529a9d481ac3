package dk.borgermaaling.simulators.momentum;

import dk.borgermaaling.simulators.world.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** What the faults make of one town's rows. */
final class FaultyRows {
  private static final String START = "targetGroupStartDate";
  private static final String UPDATED = "updatedAt";
  private final Faults faults;
  private final String town;
  private final AtomicInteger moves = new AtomicInteger();

  FaultyRows(Faults faults, String town) {
    this.faults = faults;
    this.town = town;
  }

  /** The rows of a search, before they are cut into pages. */
  List<JsonObject> of(List<JsonObject> told, Paging paging) {
    List<JsonObject> rows = new ArrayList<>(told);
    if (!rows.isEmpty() && faults.applies(Fault.HALF_A_SEARCH, town)) {
      rows = new ArrayList<>(rows.subList(0, rows.size() / 2));
    }
    if (rows.size() > paging.size() && faults.applies(Fault.MOVING_ROWS, town)) {
      Collections.rotate(rows, moves.incrementAndGet() * 3);
    }
    some(rows, Fault.ROW_WITHOUT_ID, row -> without(row, "id", "citizenId"));
    some(rows, Fault.UNKNOWN_CODE, row -> with(row, "targetGroupCode", "INT-KP"));
    some(rows, Fault.LOCAL_CODE, FaultyRows::localCode);
    some(rows, Fault.CHANGED_CPR, FaultyRows::otherCpr);
    some(rows, Fault.MISSING_FIELDS, row -> without(row, START, "heldAt"));
    some(rows, Fault.UPDATED_AHEAD, row -> updated(row, Duration.ofDays(3)));
    some(rows, Fault.UPDATED_LATE, row -> updated(row, Duration.ofHours(-12)));
    all(rows, Fault.NO_CPR_IN_SEARCH, row -> without(row, "cpr"));
    all(rows, Fault.LOCAL_MIDNIGHT, row -> start(row, LocalTime.MIDNIGHT, 0));
    all(rows, Fault.SUMMER_IN_WINTER, row -> start(row, LocalTime.of(22, 0), 1));
    all(rows, Fault.EXTRA_FIELDS, FaultyRows::extra);
    return rows;
  }

  /** A single citizen. */
  JsonObject of(JsonObject citizen) {
    List<JsonObject> one = new ArrayList<>(List.of(citizen));
    some(one, Fault.CHANGED_CPR, FaultyRows::otherCpr);
    all(one, Fault.EXTRA_FIELDS, FaultyRows::extra);
    return one.get(0);
  }

  private void all(List<JsonObject> rows, Fault fault, UnaryOperator<JsonObject> change) {
    if (faults.isOn(fault, town)) {
      List<JsonObject> changed = rows.stream().map(change).toList();
      if (!changed.equals(rows) && faults.applies(fault, town)) {
        Collections.copy(rows, changed);
      }
    }
  }

  private void some(List<JsonObject> rows, Fault fault, UnaryOperator<JsonObject> change) {
    all(rows, fault, row -> isHit(row) ? change.apply(row) : row);
  }

  /** Every third, the same in every search. */
  static boolean isHit(JsonObject row) {
    return Math.floorMod(row.getString("id", "").hashCode(), 3) == 0;
  }

  private static JsonObject with(JsonObject row, String field, String value) {
    return row.containsKey(field) ? builder(row).add(field, value).build() : row;
  }

  private static JsonObject without(JsonObject row, String... fields) {
    JsonObjectBuilder builder = builder(row);
    for (String field : fields) {
      builder.remove(field);
    }
    return builder.build();
  }

  private static JsonObjectBuilder builder(JsonObject row) {
    return Json.createObjectBuilder(row);
  }

  private static JsonObject localCode(JsonObject row) {
    return row.containsKey("targetGroupCode")
        ? without(
            builder(row)
                .add("targetGroupId", Taxonomies.localId(row.getString("targetGroupCode")))
                .build(),
            "targetGroupCode")
        : row;
  }

  /** Another number of somebody who is born on the same day. */
  static JsonObject otherCpr(JsonObject row) {
    String cpr = row.getString("cpr", "");
    return cpr.isEmpty()
        ? row
        : with(
            row,
            "cpr",
            cpr.substring(0, 7) + "%03d".formatted(999 - Integer.parseInt(cpr.substring(7))));
  }

  private static JsonObject updated(JsonObject row, Duration by) {
    return row.containsKey(UPDATED)
        ? with(row, UPDATED, Instant.parse(row.getString(UPDATED)).plus(by).toString())
        : row;
  }

  private static JsonObject start(JsonObject row, LocalTime utc, int daysBefore) {
    if (!row.containsKey(START)) {
      return row;
    }
    LocalDate date = LocalDate.ofInstant(Instant.parse(row.getString(START)), World.DENMARK);
    return with(
        row, START, date.minusDays(daysBefore).atTime(utc).toInstant(ZoneOffset.UTC).toString());
  }

  private static JsonObject extra(JsonObject row) {
    return builder(row)
        .add("$type", "Kmd.Momentum.Row")
        .add("version", 7)
        .add("more", Json.createObjectBuilder().add("data", JsonValue.EMPTY_JSON_ARRAY))
        .build();
  }
}

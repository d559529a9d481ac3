package dk.borgermaaling.kmd.rest;

import dk.borgermaaling.kmd.CitizenRow;
import dk.borgermaaling.kmd.Momentum.TaxonomyItem;
import dk.borgermaaling.kmd.TaskRow;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Momentum's rows, field by field. Fields that are not known are skipped; one that is absent or of
 * another type is absent in the row, and whoever needs it says so. A code is taken where it stands,
 * else the municipality's own id or name of it.
 */
final class Rows {
  private Rows() {}

  static CitizenRow citizen(JsonObject row) {
    JsonObject group = Json.child(row, "targetGroup");
    return new CitizenRow(
        first(Json.text(row, "citizenId"), Json.text(row, "id")),
        Json.text(row, "cpr"),
        first(
            Json.text(row, "targetGroupCode"),
            Json.text(group, "code"),
            Json.text(row, "targetGroupId"),
            Json.text(group, "id"),
            Json.text(row, "targetGroupName"),
            Json.text(group, "name")),
        Json.text(row, "targetGroupStartDate"));
  }

  static TaskRow task(JsonObject row) {
    JsonObject reference = Json.child(row, "reference");
    return new TaskRow(
        Json.text(row, "id"),
        Json.number(row, "type", -1),
        Json.number(row, "state", -1),
        Json.text(row, "heldAt"),
        Json.text(row, "updatedAt"),
        Json.text(reference, "id"),
        Json.text(reference, "type"),
        first(
            Json.code(row, "interviewTypeIdentifier"),
            Json.text(row, "interviewTypeId"),
            Json.text(row, "interviewTypeName")),
        Json.text(row, "form"));
  }

  static List<TaxonomyItem> items(JsonObject taxonomy) {
    List<JsonObject> items = Json.objects(taxonomy, "items");
    return items == null
        ? List.of()
        : items.stream()
            .map(
                item ->
                    new TaxonomyItem(
                        orEmpty(Json.code(item, "id")),
                        orEmpty(Json.code(item, "code")),
                        orEmpty(Json.text(item, "name"))))
            .toList();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The first that says something. */
  private static @Nullable String first(@Nullable String... texts) {
    return Stream.of(texts)
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse(null);
  }
}

package dk.borgermaaling.gateway.message.jpa;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.message.MessageTemplate;
import dk.borgermaaling.gateway.message.Part;
import dk.borgermaaling.gateway.message.TextKey;
import dk.borgermaaling.gateway.message.TextStep;
import dk.borgermaaling.gateway.message.TextVersion;
import dk.borgermaaling.gateway.message.TextVersion.Closing;
import dk.borgermaaling.gateway.message.TextVersion.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code ops.message_text}. */
final class TextRow {
  private TextRow() {}

  static TextVersion read(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new TextVersion(
        id,
        new MessageTemplate(id, row.getString("name"), key(row), parts(row)),
        State.valueOf(row.getString("state")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("note"),
        row.getString("author"),
        Objects.requireNonNull(instant(row, "drafted_at")),
        instant(row, "proposed_at"),
        closing(row, "decided_by", "decided_at", "decision_note"),
        closing(row, "ended_by", "ended_at", "ended_note"));
  }

  private static TextKey key(ResultSet row) throws SQLException {
    String municipality = row.getString("municipality_code");
    return new TextKey(
        municipality == null ? null : new MunicipalityCode(municipality),
        row.getObject("round_id", UUID.class),
        row.getString("survey_group"),
        TextStep.valueOf(row.getString("step")),
        Channel.valueOf(row.getString("channel")),
        row.getString("language"),
        row.getString("variant"));
  }

  private static Map<Part, String> parts(ResultSet row) throws SQLException {
    Map<Part, String> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      parts.put(part, row.getString(part.name().toLowerCase(Locale.ROOT)));
    }
    return parts;
  }

  private static @Nullable Closing closing(ResultSet row, String by, String at, String note)
      throws SQLException {
    String who = row.getString(by);
    return who == null
        ? null
        : new Closing(who, Objects.requireNonNull(instant(row, at)), row.getString(note));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}

package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.ParkedLetters.Entity;
import dk.borgermaaling.gateway.caseevent.ParkedLetters.Parked;
import dk.borgermaaling.gateway.citizen.ContentCipher;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.SqlStatement;

/** A row of {@code intake.parked_letter}; its content is sealed to the place where it stands. */
final class ParkedRow {
  private ParkedRow() {}

  static <S extends SqlStatement<S>> S bound(S statement, Entity entity) {
    return statement
        .bind("municipality", entity.municipality().value())
        .bind("source", entity.source().name())
        .bind("entity", entity.entityId());
  }

  static <S extends SqlStatement<S>> S bound(S statement, Parked parked) {
    return statement
        .bind("municipality", parked.entity().municipality().value())
        .bind("id", parked.id());
  }

  static Entity entity(ResultSet row) throws SQLException {
    return new Entity(
        new MunicipalityCode(row.getString("municipality_code")),
        EventSource.valueOf(row.getString("source")),
        row.getString("entity_id"));
  }

  static Parked read(ResultSet row, Entity entity, ContentCipher cipher) throws SQLException {
    int version = row.getInt("version");
    String format = row.getString("format");
    byte[] sealed = row.getBytes("sealed");
    return new Parked(
        row.getLong("id"),
        entity,
        version,
        row.getString("reason"),
        sealed == null
            ? null
            : new Told(format, cipher.open(sealed, place(entity, version, format))));
  }

  static byte[] seal(Told told, Entity entity, int version, ContentCipher cipher) {
    return cipher.seal(told.content(), place(entity, version, told.format()));
  }

  private static String place(Entity entity, int version, String format) {
    return String.join(
        "\n",
        "parked",
        entity.municipality().value(),
        entity.source().name(),
        entity.entityId(),
        Integer.toString(version),
        format);
  }
}

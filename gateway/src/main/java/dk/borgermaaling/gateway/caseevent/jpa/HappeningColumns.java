package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A happening as columns; {@code kind} is the name of its record, in capitals. */
record HappeningColumns(
    Kind kind,
    LocalDate date,
    @Nullable Integer conversationType,
    @Nullable String conversationForm,
    @Nullable String movedTo) {

  enum Kind {
    TARGET_GROUP_STARTED,
    TARGET_GROUP_CHANGED,
    TARGET_GROUP_ENDED,
    CONVERSATION_HELD,
    CONVERSATION_CANCELLED,
    COURSE_ENDED,
    CITIZEN_DIED,
    CITIZEN_MOVED,
    CITIZEN_EXEMPTED,
    CPR_CHANGED,
    CITIZEN_PROTECTED;

    static Kind of(Happening happening) {
      return valueOf(
          happening
              .getClass()
              .getSimpleName()
              .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
              .toUpperCase(Locale.ROOT));
    }
  }

  static HappeningColumns of(Happening happening) {
    Kind kind = Kind.of(happening);
    LocalDate date = happening.date();
    if (happening instanceof Happening.ConversationHeld held) {
      return new HappeningColumns(kind, date, held.typeId(), held.form().name(), null);
    }
    if (happening instanceof Happening.ConversationCancelled cancelled) {
      return new HappeningColumns(kind, date, cancelled.typeId(), cancelled.form().name(), null);
    }
    if (happening instanceof Happening.CitizenMoved moved) {
      MunicipalityCode to = moved.to();
      return new HappeningColumns(kind, date, null, null, to == null ? null : to.value());
    }
    return new HappeningColumns(kind, date, null, null, null);
  }

  static Happening read(ResultSet row) throws SQLException {
    LocalDate date = row.getObject("happened_on", LocalDate.class);
    return switch (Kind.valueOf(row.getString("happening"))) {
      case TARGET_GROUP_STARTED -> new Happening.TargetGroupStarted(date);
      case TARGET_GROUP_CHANGED -> new Happening.TargetGroupChanged(date);
      case TARGET_GROUP_ENDED -> new Happening.TargetGroupEnded(date);
      case CONVERSATION_HELD ->
          new Happening.ConversationHeld(date, row.getInt("conversation_type"), form(row));
      case CONVERSATION_CANCELLED ->
          new Happening.ConversationCancelled(date, row.getInt("conversation_type"), form(row));
      case COURSE_ENDED -> new Happening.CourseEnded(date);
      case CITIZEN_DIED -> new Happening.CitizenDied(date);
      case CITIZEN_MOVED -> new Happening.CitizenMoved(date, movedTo(row));
      case CITIZEN_EXEMPTED -> new Happening.CitizenExempted(date);
      case CPR_CHANGED -> new Happening.CprChanged(date);
      case CITIZEN_PROTECTED -> new Happening.CitizenProtected(date);
    };
  }

  private static ConversationForm form(ResultSet row) throws SQLException {
    return ConversationForm.valueOf(row.getString("conversation_form"));
  }

  private static @Nullable MunicipalityCode movedTo(ResultSet row) throws SQLException {
    String code = row.getString("moved_to");
    return code == null ? null : new MunicipalityCode(code);
  }
}

package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
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

    private static final ClassValue<Kind> OF =
        new ClassValue<>() {
          @Override
          protected Kind computeValue(Class<?> happening) {
            return named(happening);
          }
        };

    static Kind of(Happening happening) {
      return OF.get(happening.getClass());
    }

    private static Kind named(Class<?> happening) {
      return valueOf(
          happening
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
    Integer type = row.getObject("conversation_type", Integer.class);
    return new HappeningColumns(
            Kind.valueOf(row.getString("happening")),
            row.getObject("happened_on", LocalDate.class),
            type,
            row.getString("conversation_form"),
            row.getString("moved_to"))
        .happening();
  }

  Happening happening() {
    return switch (kind) {
      case TARGET_GROUP_STARTED -> new Happening.TargetGroupStarted(date);
      case TARGET_GROUP_CHANGED -> new Happening.TargetGroupChanged(date);
      case TARGET_GROUP_ENDED -> new Happening.TargetGroupEnded(date);
      case CONVERSATION_HELD -> new Happening.ConversationHeld(date, type(), form());
      case CONVERSATION_CANCELLED -> new Happening.ConversationCancelled(date, type(), form());
      case COURSE_ENDED -> new Happening.CourseEnded(date);
      case CITIZEN_DIED -> new Happening.CitizenDied(date);
      case CITIZEN_MOVED ->
          new Happening.CitizenMoved(date, movedTo == null ? null : new MunicipalityCode(movedTo));
      case CITIZEN_EXEMPTED -> new Happening.CitizenExempted(date);
      case CPR_CHANGED -> new Happening.CprChanged(date);
      case CITIZEN_PROTECTED -> new Happening.CitizenProtected(date);
    };
  }

  private int type() {
    return Objects.requireNonNull(conversationType);
  }

  private ConversationForm form() {
    return ConversationForm.valueOf(Objects.requireNonNull(conversationForm));
  }
}

package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.CaseEventStore.NewEvent;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of a batch of events, bound as one array of text. */
record EventColumn(String parameter, Function<NewEvent, @Nullable Object> value) {
  static final List<EventColumn> ALL =
      List.of(
          column("municipality", stored -> stored.event().municipality().value()),
          column("id", stored -> stored.event().eventId()),
          column("source", stored -> stored.event().source()),
          column("entity", stored -> stored.event().entityId()),
          column("version", stored -> stored.event().version()),
          column("withdrawn", stored -> stored.event().withdrawn()),
          column("occurred_at", stored -> stored.event().occurredAt()),
          column("citizen", stored -> stored.citizen()),
          column("group_system", group(TargetGroupCode::system)),
          column("group_code", group(TargetGroupCode::code)),
          column("group_start", group(TargetGroupCode::startDate)),
          column("course_start", stored -> stored.event().course().startDate()),
          column("actor", stored -> stored.event().course().responsibleActor()),
          column("unit", stored -> stored.event().course().organisationalUnit()),
          column("happening", happening(HappeningColumns::kind)),
          column("happened_on", happening(HappeningColumns::date)),
          column("conversation_type", happening(HappeningColumns::conversationType)),
          column("conversation_form", happening(HappeningColumns::conversationForm)),
          column("moved_to", happening(HappeningColumns::movedTo)),
          column("former_citizen", NewEvent::formerly),
          column("hash", stored -> stored.contentHash().value()));

  @Nullable String textOf(NewEvent event) {
    Object content = value.apply(event);
    return content == null ? null : content.toString();
  }

  private static EventColumn column(String parameter, Function<NewEvent, @Nullable Object> value) {
    return new EventColumn(parameter, value);
  }

  private static Function<NewEvent, @Nullable Object> group(
      Function<TargetGroupCode, Object> part) {
    return stored -> {
      TargetGroupCode group = stored.event().targetGroup();
      return group == null ? null : part.apply(group);
    };
  }

  private static Function<NewEvent, @Nullable Object> happening(
      Function<HappeningColumns, @Nullable Object> part) {
    return stored -> part.apply(HappeningColumns.of(stored.event().happening()));
  }
}

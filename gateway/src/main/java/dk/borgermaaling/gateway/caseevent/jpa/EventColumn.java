package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.CaseEventStore.NewEvent;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a batch, each bound as one array of text. */
enum EventColumn {
  MUNICIPALITY("municipality", stored -> stored.event().municipality().value()),
  ID("id", stored -> stored.event().eventId()),
  SOURCE("source", stored -> stored.event().source()),
  ENTITY("entity", stored -> stored.event().entityId()),
  VERSION("version", stored -> stored.event().version()),
  WITHDRAWN("withdrawn", stored -> stored.event().withdrawn()),
  OCCURRED_AT("occurred_at", stored -> stored.event().occurredAt()),
  CITIZEN("citizen", stored -> stored.citizen()),
  GROUP_SYSTEM("group_system", group(group -> group.system())),
  GROUP_CODE("group_code", group(group -> group.code())),
  GROUP_START("group_start", group(group -> group.startDate())),
  COURSE_START("course_start", stored -> stored.event().course().startDate()),
  ACTOR("actor", stored -> stored.event().course().responsibleActor()),
  UNIT("unit", stored -> stored.event().course().organisationalUnit()),
  HAPPENING("happening", happening(HappeningColumns::kind)),
  HAPPENED_ON("happened_on", happening(HappeningColumns::date)),
  CONVERSATION_TYPE("conversation_type", happening(HappeningColumns::conversationType)),
  CONVERSATION_FORM("conversation_form", happening(HappeningColumns::conversationForm)),
  MOVED_TO("moved_to", happening(HappeningColumns::movedTo)),
  HASH("hash", stored -> stored.contentHash().value());

  private final String parameter;
  private final Function<NewEvent, @Nullable Object> value;

  EventColumn(String parameter, Function<NewEvent, @Nullable Object> value) {
    this.parameter = parameter;
    this.value = value;
  }

  String parameter() {
    return parameter;
  }

  @Nullable String textOf(NewEvent event) {
    Object content = value.apply(event);
    return content == null ? null : content.toString();
  }

  private static Function<NewEvent, @Nullable Object> group(
      Function<TargetGroupCode, Object> part) {
    return stored -> {
      var group = stored.event().targetGroup();
      return group == null ? null : part.apply(group);
    };
  }

  private static Function<NewEvent, @Nullable Object> happening(
      Function<HappeningColumns, @Nullable Object> part) {
    return stored -> part.apply(HappeningColumns.of(stored.event().happening()));
  }
}

package dk.borgermaaling.gateway.caselist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where each field of a list is told: in a column, or by one value for all rows. */
public record ColumnMapping(Map<Field, Place> places) {
  /** The fields that one value may be chosen for where the list has no column. */
  public static final List<Field> WITH_CONSTANTS =
      List.of(Field.CONVERSATION_TYPE, Field.CONVERSATION_FORM, Field.ACTOR);

  public ColumnMapping {
    Map<Field, Place> copy = new EnumMap<>(Field.class);
    copy.putAll(places);
    places = Collections.unmodifiableMap(copy);
  }

  /** Where a field is told. */
  public sealed interface Place {
    /** As it is stored and as a form says it. */
    String text();

    /** Reads what {@link #text()} writes; empty for anything else. */
    static Optional<Place> parse(Field field, String text) {
      if (text.matches("[0-9]{1,5}")) {
        return Optional.of(new InColumn(Integer.parseInt(text)));
      }
      if (text.startsWith("=")
          && WITH_CONSTANTS.contains(field)
          && Codes.isCode(field, text.substring(1))) {
        return Optional.of(new ForAll(text.substring(1)));
      }
      return Optional.empty();
    }
  }

  /** {@code index} from 0. */
  public record InColumn(int index) implements Place {
    @Override
    public String text() {
      return Integer.toString(index);
    }
  }

  /** {@code code} as {@link Codes} writes it. */
  public record ForAll(String code) implements Place {
    @Override
    public String text() {
      return "=" + code;
    }
  }

  /** What is missing or does not go together. */
  public enum Flaw {
    CPR_MISSING,
    NOTHING_TOLD,
    GROUP_NEEDS_START,
    START_NEEDS_GROUP,
    CONVERSATION_NEEDS_DATE,
    CONVERSATION_NEEDS_TYPE,
    CONVERSATION_NEEDS_FORM,
    COLUMN_TWICE,
    NO_SUCH_COLUMN
  }

  /** Whether a field is told at all. */
  public boolean has(Field field) {
    return places.containsKey(field);
  }

  /** Why rows cannot be read by it; empty when they can. */
  public List<Flaw> flaws(int columns) {
    List<Flaw> flaws = new ArrayList<>();
    if (!has(Field.CPR)) {
      flaws.add(Flaw.CPR_MISSING);
    }
    if (has(Field.TARGET_GROUP) && !has(Field.GROUP_START)) {
      flaws.add(Flaw.GROUP_NEEDS_START);
    }
    if (has(Field.GROUP_START) && !has(Field.TARGET_GROUP)) {
      flaws.add(Flaw.START_NEEDS_GROUP);
    }
    if (has(Field.CONVERSATION_DATE)) {
      if (!has(Field.CONVERSATION_TYPE)) {
        flaws.add(Flaw.CONVERSATION_NEEDS_TYPE);
      }
      if (!has(Field.CONVERSATION_FORM)) {
        flaws.add(Flaw.CONVERSATION_NEEDS_FORM);
      }
    } else if (has(Field.CONVERSATION_TYPE) || has(Field.CONVERSATION_FORM)) {
      flaws.add(Flaw.CONVERSATION_NEEDS_DATE);
    }
    if (!has(Field.TARGET_GROUP) && !has(Field.CONVERSATION_DATE) && !has(Field.COURSE_END)) {
      flaws.add(Flaw.NOTHING_TOLD);
    }
    List<Integer> chosen =
        places.values().stream()
            .filter(InColumn.class::isInstance)
            .map(place -> ((InColumn) place).index())
            .toList();
    if (chosen.stream().distinct().count() < chosen.size()) {
      flaws.add(Flaw.COLUMN_TWICE);
    }
    if (chosen.stream().anyMatch(index -> index >= columns)) {
      flaws.add(Flaw.NO_SUCH_COLUMN);
    }
    return List.copyOf(flaws);
  }

  /**
   * What the headings say by themselves: a field that one heading is called by and no second one.
   */
  public static ColumnMapping proposed(Headings headings) {
    Map<Field, Place> places = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      List<Integer> called = new ArrayList<>();
      for (int column = 0; column < headings.names().size(); column++) {
        if (field.isCalled(headings.names().get(column))) {
          called.add(column);
        }
      }
      if (called.size() == 1) {
        places.put(field, new InColumn(called.get(0)));
      }
    }
    return new ColumnMapping(places);
  }

  /** For storage, by the names of fields. */
  public Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    places.forEach((field, place) -> texts.put(field.name(), place.text()));
    return texts;
  }

  /** Reads what {@link #texts()} writes, and a form's fields; what cannot be read is left out. */
  public static ColumnMapping parse(Map<String, String> texts) {
    Map<Field, Place> places = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      String text = texts.getOrDefault(field.name(), "");
      Place.parse(field, text).ifPresent(place -> places.put(field, place));
    }
    return new ColumnMapping(places);
  }
}

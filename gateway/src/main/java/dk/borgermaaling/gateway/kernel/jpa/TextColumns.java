package dk.borgermaaling.gateway.kernel.jpa;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Binds many rows as one array of text for each column, which the statement unnests and casts. */
public final class TextColumns {
  private TextColumns() {}

  public static <T> void bind(
      Update update, String parameter, List<T> rows, Function<T, @Nullable Object> value) {
    update.bindArray(
        parameter,
        String.class,
        rows.stream()
            .map(
                row -> {
                  Object content = value.apply(row);
                  return content == null ? null : content.toString();
                })
            .toArray());
  }
}

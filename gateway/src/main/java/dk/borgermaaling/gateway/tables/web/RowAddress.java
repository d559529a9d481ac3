package dk.borgermaaling.gateway.tables.web;

import dk.borgermaaling.gateway.tables.RowRef;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row in an address: {@code key=LAB6&key=6.1&row=2020-01-01}. */
final class RowAddress {
  private RowAddress() {}

  static String query(RowRef ref) {
    return ref.key().stream()
            .map(cell -> "key=" + URLEncoder.encode(cell, StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"))
        + "&row="
        + ref.from();
  }

  static Optional<RowRef> ref(@Nullable List<String> key, String from) {
    LocalDate day = day(from);
    return key == null || day == null ? Optional.empty() : Optional.of(new RowRef(key, day));
  }

  /** Null when it is no date. */
  static @Nullable LocalDate day(String text) {
    try {
      return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(text) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}

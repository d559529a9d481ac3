package dk.borgermaaling.contract.time;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Reads and writes {@code xs:date} without a zone: a Danish civil date. What Java cannot read, for
 * example a date with a zone, becomes {@link LocalDate#MIN}, for the receiver to refuse.
 */
public final class LocalDateAdapter extends XmlAdapter<String, LocalDate> {
  @Override
  public LocalDate unmarshal(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return LocalDate.MIN;
    }
  }

  @Override
  public String marshal(LocalDate date) {
    return date.toString();
  }
}

package dk.borgermaaling.contract.time;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.LocalDate;

/** Reads and writes {@code xs:date} without a zone: a Danish civil date. */
public final class LocalDateAdapter extends XmlAdapter<String, LocalDate> {
  @Override
  public LocalDate unmarshal(String text) {
    return LocalDate.parse(text.strip());
  }

  @Override
  public String marshal(LocalDate date) {
    return date.toString();
  }
}

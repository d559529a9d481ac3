package dk.borgermaaling.contract.time;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.Instant;

/**
 * Reads and writes {@code xs:dateTime} with the zone {@code Z}, the only one the contracts allow.
 */
public final class InstantAdapter extends XmlAdapter<String, Instant> {
  @Override
  public Instant unmarshal(String text) {
    return Instant.parse(text.strip());
  }

  @Override
  public String marshal(Instant instant) {
    return instant.toString();
  }
}

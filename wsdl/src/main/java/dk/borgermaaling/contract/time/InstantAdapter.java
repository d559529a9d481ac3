package dk.borgermaaling.contract.time;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Reads and writes {@code xs:dateTime} with the zone {@code Z}, the only one the contracts allow.
 *
 * <p>What XML can say and Java cannot read, for example the year 12026, becomes {@link
 * Instant#MIN}: it is for the receiver to refuse the one event, and not the message.
 */
public final class InstantAdapter extends XmlAdapter<String, Instant> {
  @Override
  public Instant unmarshal(String text) {
    try {
      return Instant.parse(text.strip());
    } catch (DateTimeParseException e) {
      return Instant.MIN;
    }
  }

  @Override
  public String marshal(Instant instant) {
    return instant.toString();
  }
}

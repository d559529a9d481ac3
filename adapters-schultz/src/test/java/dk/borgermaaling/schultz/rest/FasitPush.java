package dk.borgermaaling.schultz.rest;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.testing.PushWords;
import dk.borgermaaling.schultz.FasitWords;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** What Fasit pushes. */
public final class FasitPush implements PushWords {
  private static final UUID NOBODYS = new UUID(0, 0);

  @Override
  public EventSource source() {
    return EventSource.FASIT;
  }

  @Override
  public String path() {
    return "/fasit/events";
  }

  @Override
  public String document(String tenant, Map<String, UUID> groups, List<CaseEvent> meant) {
    return FasitWords.xml("events", tenant, code -> groups.getOrDefault(code, NOBODYS), meant);
  }

  @Override
  public List<String> answers(String body) {
    return Jsoup.parse(body, Parser.xmlParser()).select("result").eachText();
  }
}

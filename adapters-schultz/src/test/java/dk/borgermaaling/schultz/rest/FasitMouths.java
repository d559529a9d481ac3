package dk.borgermaaling.schultz.rest;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Heard;
import dk.borgermaaling.gateway.testing.Mouth;
import dk.borgermaaling.schultz.FasitInbox;
import dk.borgermaaling.schultz.FasitWords;
import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.Tenants;
import dk.borgermaaling.schultz.file.FileMouth;
import dk.borgermaaling.schultz.jpa.SqlFasitTargetGroups;
import dk.borgermaaling.schultz.jpa.SqlToldGroups;
import dk.borgermaaling.schultz.xml.FasitXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Every town's Fasit, which pushes some of its events and writes others into delta files. */
public final class FasitMouths implements Mouth.Maker {
  private static final FasitXml XML = new FasitXml();

  @Override
  public List<Mouth> on(CoreFixture core, Heard heard) {
    List<Tenant> all =
        core.municipalities.all(core.clock.today()).stream()
            .filter(Municipality::participates)
            .map(town -> FasitWords.tenant(town.code()))
            .toList();
    SqlFasitTargetGroups targetGroups = new SqlFasitTargetGroups(core.database.gateway());
    all.forEach(tenant -> targetGroups.fill(tenant.name(), FasitWords.table()));
    FasitInbox inbox =
        new FasitInbox(
            new Tenants(all),
            targetGroups,
            heard,
            new SqlToldGroups(core.database.gateway()),
            core.letters,
            XML,
            core.database.transactions());
    return List.of(new Push(inbox), new FileMouth(core, heard, inbox));
  }

  private record Push(FasitInbox inbox) implements Mouth {
    @Override
    public EventSource source() {
      return EventSource.FASIT;
    }

    @Override
    public boolean isHandedOver(CaseEvent meant) {
      return FasitWords.isInTable(meant);
    }

    @Override
    public List<String> say(MunicipalityCode municipality, List<CaseEvent> meant) {
      Tenant tenant = FasitWords.tenant(municipality);
      byte[] document =
          FasitWords.xml("events", tenant.name(), FasitWords::id, meant)
              .getBytes(StandardCharsets.UTF_8);
      try {
        byte[] receipts =
            new FasitEventsResource(inbox, XML)
                .receive(
                    tenant.thumbprints().iterator().next(), new ByteArrayInputStream(document));
        return new FasitPush().answers(new String(receipts, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

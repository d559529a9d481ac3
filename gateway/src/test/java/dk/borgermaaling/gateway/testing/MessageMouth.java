package dk.borgermaaling.gateway.testing;

import dk.borgermaaling.gateway.beskedfordeler.ProcessMessage;
import dk.borgermaaling.gateway.beskedfordeler.Responsible;
import dk.borgermaaling.gateway.beskedfordeler.TakeMessage;
import dk.borgermaaling.gateway.beskedfordeler.Taker;
import dk.borgermaaling.gateway.beskedfordeler.Understanding;
import dk.borgermaaling.gateway.beskedfordeler.jpa.SqlMessages;
import dk.borgermaaling.gateway.beskedfordeler.kombit.XmlMessages;
import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.jpa.JsonCaseEvents;
import dk.borgermaaling.gateway.caseevent.soap.CaseEventXml;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.UUID;

/**
 * Beskedfordeler: a message is taken, and understood by others than who took it, as after a
 * restart. It is answered about the message alone; what became of the events is heard behind.
 */
public final class MessageMouth implements Mouth {
  private static final CaseEventXml CONTRACT = new CaseEventXml();

  private final CoreFixture core;
  private final Heard heard;
  private final Queue<UUID> tasks = new ArrayDeque<>();

  public MessageMouth(CoreFixture core, Heard heard) {
    this.core = core;
    this.heard = heard;
  }

  @Override
  public EventSource source() {
    return EventSource.BESKEDFORDELER;
  }

  @Override
  public List<String> say(MunicipalityCode municipality, List<CaseEvent> meant) {
    String cvr =
        core.municipalities.byCode(municipality, core.clock.today()).orElseThrow().cvr().value();
    byte[] message = message(cvr, meant).getBytes(StandardCharsets.UTF_8);
    XmlMessages reader = new XmlMessages(CONTRACT);
    var transactions = core.database.transactions();
    Taker.Answer answer =
        new TakeMessage(transactions, store(), reader, tasks::add, Clock.systemUTC()).take(message);
    if (answer != Taker.Answer.TAKEN) {
      throw new AssertionError(answer);
    }
    heard.forget();
    Understanding understanding =
        new Understanding(
            reader,
            new Responsible(core.municipalities, core.clock, List.of()),
            heard,
            core.letters,
            new JsonCaseEvents());
    ProcessMessage process = new ProcessMessage(transactions, store(), understanding, core.letters);
    while (!tasks.isEmpty()) {
      process.run(tasks.remove());
    }
    return heard.answers();
  }

  private SqlMessages store() {
    return new SqlMessages(core.database.gateway(), TestKeys.contentCipher());
  }

  /** A delivery of a new message about a municipality, which is named by its CVR. */
  public static String message(String cvr, List<CaseEvent> meant) {
    return """
        <sts:ModtagBeskedInput xmlns:sts="urn:oio:sts:1.0.0" xmlns:k="urn:oio:besked:kuvert:1.0" \
        xmlns="urn:oio:sagdok:3.0.0"><k:Haendelsesbesked><k:BeskedId><UUIDIdentifikator>%s\
        </UUIDIdentifikator></k:BeskedId><k:BeskedVersion>1.0</k:BeskedVersion><k:Beskedkuvert>\
        <k:Filtreringsdata><k:ObjektRegistrering><k:ObjektAnsvarligMyndighed><URNIdentifikator>\
        urn:oio:cvr-nr:%s</URNIdentifikator></k:ObjektAnsvarligMyndighed></k:ObjektRegistrering>\
        </k:Filtreringsdata></k:Beskedkuvert><k:Beskeddata><Base64 xmlns="urn:besked:kuvert:1.0">%s\
        </Base64></k:Beskeddata></k:Haendelsesbesked></sts:ModtagBeskedInput>"""
        .formatted(
            UUID.randomUUID(),
            cvr,
            Base64.getEncoder()
                .encodeToString(ContractXml.batch(meant).getBytes(StandardCharsets.UTF_8)));
  }
}

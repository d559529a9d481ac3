package dk.borgermaaling.gateway.testing;

import dk.borgermaaling.contract.caseevent.Receipt;
import dk.borgermaaling.contract.caseevent.RegisterCaseEvents;
import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventStatus;
import dk.borgermaaling.gateway.caseevent.EventBatches;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.SenderRoles;
import dk.borgermaaling.gateway.caseevent.Withdrawals;
import dk.borgermaaling.gateway.caseevent.soap.CaseEventEndpoint;
import dk.borgermaaling.gateway.caseevent.tasks.ProcessCaseEvents;
import dk.borgermaaling.gateway.edge.Authority;
import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.soap.MunicipalityCalls;
import dk.borgermaaling.gateway.edge.soap.VerifiedMessage;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.StringReader;
import java.net.URL;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** A sender over SOAP, from behind its signature. */
public final class SoapMouth implements Mouth {
  private static final URL SCHEMA =
      SoapMouth.class.getResource("/wsdl/borgermaaling/case-event/1/case-event.xsd");

  private final CoreFixture core;
  private final Schema schema;
  private final JAXBContext context;
  private final CaseEventEndpoint endpoint;
  private MunicipalityCode speaksFor = CoreFixture.ODENSE;

  public SoapMouth(CoreFixture core, Heard heard) {
    this.core = core;
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      schema = factory.newSchema(SCHEMA);
      context = JAXBContext.newInstance(RegisterCaseEvents.class);
    } catch (SAXException | JAXBException e) {
      throw new IllegalStateException(e);
    }
    var transactions = core.database.transactions();
    endpoint =
        new CaseEventEndpoint(
            new EventBatches(heard),
            new Withdrawals(
                transactions,
                core.events,
                core.parked,
                new ProcessCaseEvents(core.scheduler, Clock.systemUTC()),
                core.clock),
            new CaseEventStatus(transactions, core.events, id -> Optional.empty()),
            new MunicipalityCalls(
                new Authority(core.municipalities, core.clock),
                (municipality, signer, message) -> true,
                transactions,
                this::verified));
  }

  @Override
  public EventSource source() {
    return EventSource.OTHER;
  }

  @Override
  public List<String> say(MunicipalityCode municipality, List<CaseEvent> meant) {
    speaksFor = municipality;
    return endpoint.registerCaseEvents(read(ContractXml.batch(meant)).getCaseEvent()).stream()
        .map(SoapMouth::answer)
        .toList();
  }

  private RegisterCaseEvents read(String xml) {
    try {
      Unmarshaller unmarshaller = context.createUnmarshaller();
      unmarshaller.setSchema(schema);
      return unmarshaller
          .unmarshal(new StreamSource(new StringReader(xml)), RegisterCaseEvents.class)
          .getValue();
    } catch (JAXBException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String answer(Receipt receipt) {
    if (receipt.getRejected() != null) {
      return "REJECTED";
    }
    return receipt.getStored() != null ? "STORED" : "DUPLICATE";
  }

  private VerifiedMessage verified() {
    Caller caller =
        new Caller(
            core.municipalities.byCode(speaksFor, core.clock.today()).orElseThrow().cvr(),
            new Thumbprint("ab".repeat(32)),
            Set.of(SenderRoles.REGISTER));
    return new VerifiedMessage(caller, "urn:uuid:" + UUID.randomUUID());
  }
}

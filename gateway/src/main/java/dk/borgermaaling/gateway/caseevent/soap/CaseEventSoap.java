package dk.borgermaaling.gateway.caseevent.soap;

import dk.borgermaaling.gateway.edge.soap.ServiceDescription;
import dk.borgermaaling.gateway.edge.soap.SoapProfile;
import java.util.List;
import java.util.Set;

/** Where the service is and which contract it follows, in each of the two profiles. */
public final class CaseEventSoap {
  private static final String NAMESPACE = "http://borgermaaling.dk/contract/case-event/1";
  private static final String CONTRACT = "classpath:wsdl/borgermaaling/case-event/1/";
  private static final Set<String> OPERATIONS =
      Set.of("registerCaseEvents", "withdrawCaseEvent", "getCaseEventStatus");

  /** OIO IDWS SOAP 1.1, over SOAP 1.2. */
  public static final ServiceDescription OIO_IDWS =
      new ServiceDescription(
          "/case-events",
          CONTRACT + "case-event.wsdl",
          NAMESPACE,
          OPERATIONS,
          SoapProfile.OIO_IDWS);

  /** Liberty Basic SOAP Binding, over SOAP 1.1. */
  public static final ServiceDescription LIBERTY_BASIC =
      new ServiceDescription(
          "/liberty/case-events",
          CONTRACT + "case-event-liberty.wsdl",
          NAMESPACE,
          OPERATIONS,
          SoapProfile.LIBERTY_BASIC);

  public static final List<ServiceDescription> BOTH = List.of(OIO_IDWS, LIBERTY_BASIC);

  private CaseEventSoap() {}
}

package dk.borgermaaling.gateway.caseevent.soap;

import dk.borgermaaling.gateway.edge.soap.ServiceDescription;

/** Where the service is and which contract it follows. */
public final class CaseEventSoap {
  public static final ServiceDescription DESCRIPTION =
      new ServiceDescription(
          "/case-events",
          "classpath:wsdl/borgermaaling/case-event/1/case-event.wsdl",
          "http://borgermaaling.dk/contract/case-event/1",
          "registerCaseEvents");

  private CaseEventSoap() {}
}

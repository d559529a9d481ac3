package dk.borgermaaling.gateway.enquiry.soap;

import dk.borgermaaling.gateway.edge.soap.ServiceDescription;
import dk.borgermaaling.gateway.edge.soap.SoapProfile;
import java.util.List;
import java.util.Set;

/** Where the service is and which contract it follows, in each of the two profiles. */
public final class SurveySoap {
  private static final String NAMESPACE = "http://borgermaaling.dk/contract/survey/1";
  private static final String CONTRACT = "classpath:wsdl/borgermaaling/survey/1/";
  private static final Set<String> OPERATIONS =
      Set.of("getSurveyStatus", "registerOptOut", "revokeOptOut", "getSurveyFigures");

  /** OIO IDWS SOAP 1.1, over SOAP 1.2. */
  public static final ServiceDescription OIO_IDWS =
      new ServiceDescription(
          "/surveys", CONTRACT + "survey.wsdl", NAMESPACE, OPERATIONS, SoapProfile.OIO_IDWS);

  /** Liberty Basic SOAP Binding, over SOAP 1.1. */
  public static final ServiceDescription LIBERTY_BASIC =
      new ServiceDescription(
          "/liberty/surveys",
          CONTRACT + "survey-liberty.wsdl",
          NAMESPACE,
          OPERATIONS,
          SoapProfile.LIBERTY_BASIC);

  public static final List<ServiceDescription> BOTH = List.of(OIO_IDWS, LIBERTY_BASIC);

  private SurveySoap() {}
}

package dk.borgermaaling.simulators.cpr;

import static dk.borgermaaling.simulators.xml.Xml.escapeText;

import dk.borgermaaling.simulators.Part;
import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.world.Person;
import dk.borgermaaling.simulators.world.Residents;
import dk.borgermaaling.simulators.world.Town;
import dk.borgermaaling.simulators.xml.Xml;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * PersonLookup. The caller shows a client certificate and names its municipality in
 * AuthorityContext; whatever is wrong is a SOAP fault with HTTP 500, as Serviceplatformen does.
 * Whoever the made-up world does not know lives where the question comes from.
 */
public final class CivilRegister implements Part {
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String SERVICE =
      "http://serviceplatformen.dk/xml/wsdl/soap11/CPR/PersonBaseDataExtended/";
  private static final String AUTHORITY =
      "http://serviceplatformen.dk/xml/schemas/AuthorityContext/1/";
  private static final String NUMBER = "http://serviceplatformen.dk/xml/schemas/cpr/PNR/1/";
  private static final Pattern CVR = Pattern.compile("[0-9]{8}");
  private static final Pattern CPR = Pattern.compile("[0-9]{10}");
  private static final String SOMEWHERE = "0265";

  private final Residents residents;
  private final RegisterSwitches switches = new RegisterSwitches();
  private final AtomicInteger asked = new AtomicInteger();

  public CivilRegister(Residents residents) {
    this.residents = residents;
  }

  @Override
  public String name() {
    return "cpr";
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>(switches.routes());
    routes.add(Route.post("/service/CPR/PersonBaseDataExtended/{version}", this::lookUp));
    return routes;
  }

  @Override
  public JsonObject status() {
    return Json.createObjectBuilder().add("asked", asked.get()).build();
  }

  private Reply lookUp(Request request) {
    asked.incrementAndGet();
    String service = SERVICE + request.variable("version") + "/";
    if (!request.header("Content-Type").orElse("").startsWith("text/xml")) {
      return Reply.text(415, "text/xml is required");
    }
    if (request.client().isEmpty()) {
      return fault(
          "Security model for the called operation was not provided. The following are supported:"
              + " [KombitToken, AuthorityContext]");
    }
    String action = request.header("SOAPAction").orElse("").replace("\"", "");
    if (!action.equals(service + "PersonLookup")) {
      return fault("The given SOAPAction does not match an operation");
    }
    try {
      return answer(service, Xml.parse(request.body()).getDocumentElement());
    } catch (SAXException e) {
      return fault("The message is not well-formed");
    }
  }

  private Reply answer(String service, Element envelope) {
    Optional<Element> asking =
        Optional.of(envelope)
            .filter(root -> Xml.is(root, SOAP, "Envelope"))
            .flatMap(root -> Xml.child(root, SOAP, "Body"))
            .flatMap(body -> Xml.child(body, service, "PersonLookupRequest"));
    String cvr =
        asking
            .flatMap(one -> Xml.child(one, AUTHORITY, "AuthorityContext"))
            .map(one -> Xml.childText(one, AUTHORITY, "MunicipalityCVR"))
            .orElse("");
    String cpr = asking.map(one -> Xml.childText(one, NUMBER, "PNR")).orElse("");
    if (asking.isEmpty()
        || Xml.children(asking.get()).size() != 2
        || !CVR.matcher(cvr).matches()
        || !CPR.matcher(cpr).matches()) {
      return fault("The message does not match the schema of PersonLookupRequest");
    }
    switches.seconds(RegisterSwitch.SLOW, cpr).ifPresent(CivilRegister::linger);
    if (switches.applies(RegisterSwitch.NO_AGREEMENT, cpr)) {
      return fault("No service agreement was found for the municipality");
    }
    if (switches.applies(RegisterSwitch.ERROR, cpr)) {
      return fault("Kald til kilde fejlede");
    }
    return switches.applies(RegisterSwitch.UNKNOWN_PERSON, cpr)
        ? fault("PNR not found")
        : person(service, cpr, cvr);
  }

  private Reply person(String service, String cpr, String cvr) {
    String home =
        residents.byCpr(cpr).map(Person::municipalityCode).orElseGet(() -> municipality(cvr));
    RegisteredPerson person =
        RegisteredPerson.of(
            cpr, switches.applies(RegisterSwitch.MOVED, cpr) ? neighbour(home) : home);
    return Reply.of(
        200,
        "text/xml;charset=UTF-8",
        envelope(
            "<PersonLookupResponse xmlns=\""
                + service
                + "\"><persondata>"
                + element("personnummer", cpr)
                + "<navn>"
                + element("personadresseringsnavn", person.name())
                + "</navn><antalBoernUnder18>0</antalBoernUnder18><status>"
                + element("status", status(cpr))
                + "</status>"
                + (switches.applies(RegisterSwitch.PROTECTED, cpr)
                    ? "<adressebeskyttelse><beskyttet>true</beskyttet></adressebeskyttelse>"
                    : "")
                + "</persondata><adresse>"
                + address(cpr, person)
                + "</adresse></PersonLookupResponse>"));
  }

  private String status(String cpr) {
    if (switches.applies(RegisterSwitch.DEAD, cpr)) {
      return "90";
    }
    if (switches.applies(RegisterSwitch.EMIGRATED, cpr)) {
      return "80";
    }
    if (switches.applies(RegisterSwitch.MISSING, cpr)) {
      return "70";
    }
    return switches.applies(RegisterSwitch.NO_ADDRESS, cpr) ? "3" : "1";
  }

  private String address(String cpr, RegisteredPerson person) {
    String code = element("kommunekode", Integer.toString(Integer.parseInt(person.municipality())));
    if (status(cpr).equals("3")) {
      return "<aktuelAdresse>" + code + element("vejkode", "9901") + "</aktuelAdresse>";
    }
    if (!status(cpr).equals("1")) {
      return "";
    }
    return "<aktuelAdresse>"
        + code
        + element("husnummer", person.building())
        + element("etage", person.floor())
        + element("sidedoer", person.suite())
        + element("bynavn", person.place())
        + element("postnummer", person.postCode())
        + element("postdistrikt", person.postDistrict())
        + element("vejnavn", person.street())
        + "</aktuelAdresse>";
  }

  private static String municipality(String cvr) {
    return Arrays.stream(Town.values())
        .filter(town -> town.cvr().equals(cvr))
        .findFirst()
        .map(Town::code)
        .orElse(SOMEWHERE);
  }

  private static String neighbour(String home) {
    return home.equals("0461") ? "0751" : "0461";
  }

  private static String element(String name, String text) {
    return text.isEmpty() ? "" : "<" + name + ">" + escapeText(text) + "</" + name + ">";
  }

  private static Reply fault(String text) {
    return Reply.of(
        500,
        "text/xml;charset=UTF-8",
        envelope(
            "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>"
                + escapeText(text)
                + "</faultstring></soap:Fault>"));
  }

  private static String envelope(String content) {
    return "<soap:Envelope xmlns:soap=\""
        + SOAP
        + "\"><soap:Body>"
        + content
        + "</soap:Body></soap:Envelope>";
  }

  private static void linger(int seconds) {
    try {
      TimeUnit.SECONDS.sleep(seconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

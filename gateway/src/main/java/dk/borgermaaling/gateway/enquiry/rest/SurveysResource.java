package dk.borgermaaling.gateway.enquiry.rest;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.edge.Authority;
import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.json.JsonFields;
import dk.borgermaaling.gateway.edge.json.StrictJson;
import dk.borgermaaling.gateway.enquiry.OptOutReason;
import dk.borgermaaling.gateway.enquiry.OptOuts;
import dk.borgermaaling.gateway.enquiry.SurveyFigures;
import dk.borgermaaling.gateway.enquiry.SurveyRoles;
import dk.borgermaaling.gateway.enquiry.SurveyStatus;
import dk.borgermaaling.gateway.enquiry.SurveyStatuses;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.selection.SamplingMode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code /rest/v1/surveys}: the surveys of the municipality that the caller speaks for. Whoever a
 * call is about stands in its body, never in its address.
 */
@Dependent
@Path("/rest/v1/surveys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SurveysResource {
  private static final Pattern CODE = Pattern.compile("0[0-9]{3}");
  private static final Pattern ENTITY = Pattern.compile("[0-9A-Za-z][0-9A-Za-z:._-]{0,99}");
  private static final Pattern CPR = Pattern.compile("[0-9]{10}");
  private final SurveyStatuses statuses;
  private final OptOuts optOuts;
  private final SurveyFigures figures;
  private final Authority authority;
  private final Caller caller;

  @Inject
  public SurveysResource(
      SurveyStatuses statuses,
      OptOuts optOuts,
      SurveyFigures figures,
      Authority authority,
      Caller caller) {
    this.statuses = statuses;
    this.optOuts = optOuts;
    this.figures = figures;
    this.authority = authority;
    this.caller = caller;
  }

  /** How far the invitation of a case is: 200, never with a word of an answer. */
  @POST
  @Path("status")
  public Response status(byte[] body) {
    caller.require(SurveyRoles.READ_STATUS);
    JsonFields asked = JsonFields.of(StrictJson.read(body), "");
    MunicipalityCode municipality = municipality(asked);
    EventSource source = asked.oneOf("source", EventSource.class);
    String subject = asked.text("subject", ENTITY, "the entity's identifier");
    asked.nothingElse();
    SurveyStatus status = statuses.of(municipality, source, subject);
    JsonObjectBuilder told = Json.createObjectBuilder().add("state", status.state().name());
    LocalDate closesOn = status.closesOn();
    if (closesOn != null) {
      told.add("closesOn", closesOn.toString());
    }
    return Response.ok(told.build().toString()).build();
  }

  /** The citizen is not to be asked: 204, also when that was known. */
  @POST
  @Path("opt-outs")
  public Response optOut(byte[] body) {
    caller.require(SurveyRoles.REGISTER_OPT_OUTS);
    JsonFields told = JsonFields.of(StrictJson.read(body), "");
    MunicipalityCode municipality = municipality(told);
    CprNumber citizen = citizen(told);
    OptOutReason reason = told.oneOf("reason", OptOutReason.class);
    told.nothingElse();
    optOuts.optOut(municipality, citizen, reason);
    return Response.noContent().build();
  }

  /** The citizen may be asked again: 204, also when there was no opt-out. */
  @POST
  @Path("opt-outs/revocations")
  public Response revoke(byte[] body) {
    caller.require(SurveyRoles.REGISTER_OPT_OUTS);
    JsonFields told = JsonFields.of(StrictJson.read(body), "");
    MunicipalityCode municipality = municipality(told);
    CprNumber citizen = citizen(told);
    told.nothingElse();
    optOuts.revoke(municipality, citizen);
    return Response.noContent().build();
  }

  /** The municipality's figures of one mode as its dashboard shows them: 200. */
  @GET
  @Path("figures")
  public Response figures(@QueryParam("mode") @DefaultValue("CONTINUOUS") String mode) {
    caller.require(SurveyRoles.READ_FIGURES);
    return Response.ok(FiguresJson.of(figures.of(authority.of(caller), mode(mode))).toString())
        .build();
  }

  private static SamplingMode mode(String text) {
    return Stream.of(SamplingMode.values())
        .filter(mode -> mode.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new ProblemException(new Problem.Malformed("mode", "CONTINUOUS or ROUND")));
  }

  private MunicipalityCode municipality(JsonFields told) {
    String code = told.text("municipalityCode", CODE, "four digits, the first a zero");
    return authority.of(caller, new MunicipalityCode(code));
  }

  private static CprNumber citizen(JsonFields told) {
    return new CprNumber(told.text("cprNumber", CPR, "ten digits"));
  }
}

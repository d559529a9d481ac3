package dk.borgermaaling.gateway.enquiry.soap;

import dk.borgermaaling.contract.survey.Mode;
import dk.borgermaaling.contract.survey.OptOutReason;
import dk.borgermaaling.contract.survey.Source;
import dk.borgermaaling.contract.survey.SurveyPort;
import dk.borgermaaling.contract.survey.SurveyState;
import dk.borgermaaling.contract.survey.SurveyStatus;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.edge.soap.MunicipalityCalls;
import dk.borgermaaling.gateway.enquiry.OptOuts;
import dk.borgermaaling.gateway.enquiry.SurveyFigures;
import dk.borgermaaling.gateway.enquiry.SurveyRoles;
import dk.borgermaaling.gateway.enquiry.SurveyStatuses;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.SamplingMode;
import jakarta.jws.WebService;
import org.jspecify.annotations.Nullable;

/**
 * What callers may ask and tell about the surveys of the municipality that the token speaks for.
 */
@WebService(
    endpointInterface = "dk.borgermaaling.contract.survey.SurveyPort",
    targetNamespace = "http://borgermaaling.dk/contract/survey/1",
    serviceName = "SurveyService",
    portName = "SurveyPort")
public final class SurveyEndpoint implements SurveyPort {
  private final SurveyStatuses statuses;
  private final OptOuts optOuts;
  private final SurveyFigures figures;
  private final MunicipalityCalls calls;

  public SurveyEndpoint(
      SurveyStatuses statuses, OptOuts optOuts, SurveyFigures figures, MunicipalityCalls calls) {
    this.statuses = statuses;
    this.optOuts = optOuts;
    this.figures = figures;
    this.calls = calls;
  }

  @Override
  public SurveyStatus getSurveyStatus(String municipalityCode, Source source, String entityId) {
    return calls.serve(
        SurveyRoles.READ_STATUS,
        new MunicipalityCode(municipalityCode),
        municipality -> {
          var status = statuses.of(municipality, EventSource.valueOf(source.value()), entityId);
          SurveyStatus told = new SurveyStatus();
          told.setState(SurveyState.fromValue(status.state().name()));
          told.setClosesOn(status.closesOn());
          return told;
        });
  }

  @Override
  public void registerOptOut(String municipalityCode, String cprNumber, OptOutReason reason) {
    calls.serve(
        SurveyRoles.REGISTER_OPT_OUTS,
        new MunicipalityCode(municipalityCode),
        municipality -> {
          optOuts.optOut(
              municipality,
              new CprNumber(cprNumber),
              dk.borgermaaling.gateway.enquiry.OptOutReason.valueOf(reason.value()));
          return municipality;
        });
  }

  @Override
  public void revokeOptOut(String municipalityCode, String cprNumber) {
    calls.serve(
        SurveyRoles.REGISTER_OPT_OUTS,
        new MunicipalityCode(municipalityCode),
        municipality -> {
          optOuts.revoke(municipality, new CprNumber(cprNumber));
          return municipality;
        });
  }

  private static SamplingMode mode(@Nullable Mode asked) {
    return asked == null ? SamplingMode.CONTINUOUS : SamplingMode.valueOf(asked.value());
  }

  @Override
  public dk.borgermaaling.contract.survey.SurveyFigures getSurveyFigures(
      String municipalityCode, @Nullable Mode mode) {
    return calls.serveReading(
        SurveyRoles.READ_FIGURES,
        new MunicipalityCode(municipalityCode),
        municipality -> FiguresMapping.of(figures.of(municipality, mode(mode))));
  }
}

package dk.borgermaaling.simulators.caller;

import dk.borgermaaling.contract.survey.SurveyPort;
import java.io.Closeable;

/** Asks and tells the gateway about the surveys of one municipality. */
public final class SurveyCaller implements Closeable {
  private final CxfClient<SurveyPort> client;

  /**
   * Fetches its token at the first call.
   *
   * @param settings of the survey service
   */
  public SurveyCaller(CallerSettings settings) {
    client = CxfClient.surveys(settings);
  }

  /** The service; what it answers was signed by the gateway. */
  public SurveyPort service() {
    return client.port();
  }

  @Override
  public void close() {
    client.close();
  }
}

package dk.borgermaaling.gateway.response.wiring;

import com.github.kagkarlsson.scheduler.task.Task;
import dk.borgermaaling.gateway.edge.limit.AddressLimit;
import dk.borgermaaling.gateway.invitation.CodeDesk;
import dk.borgermaaling.gateway.invitation.InvitationDesk;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.AnswersDb;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.response.AnswerBatch;
import dk.borgermaaling.gateway.response.BatchSettings;
import dk.borgermaaling.gateway.response.SendAnswer;
import dk.borgermaaling.gateway.response.crypto.HpkeSeal;
import dk.borgermaaling.gateway.response.crypto.HpkeSealOpener;
import dk.borgermaaling.gateway.response.jpa.SqlSealedBuffer;
import dk.borgermaaling.gateway.response.jpa.SqlWaitingAnswers;
import dk.borgermaaling.gateway.response.tasks.AnswerBatchTask;
import dk.borgermaaling.gateway.response.web.CodeForm;
import dk.borgermaaling.gateway.response.web.SurveyForm;
import dk.borgermaaling.gateway.response.web.SurveyPages;
import dk.borgermaaling.gateway.survey.Questionnaires;
import dk.borgermaaling.gateway.web.Pages;
import dk.borgermaaling.gateway.web.WebSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The citizen's side: the web path has the public key alone, the batch the private one. */
@Dependent
public class ResponseWiring {
  @Produces
  @Singleton
  SurveyForm form(
      InvitationDesk invitations,
      Municipalities municipalities,
      Questionnaires questionnaires,
      Transactions transactions,
      BusinessClock clock,
      @GatewayDb Jdbi gateway,
      Pages pages,
      WebSettings web,
      @ConfigProperty(name = "gateway.response.seal-public-file") String publicKeys)
      throws IOException {
    SendAnswer sendAnswer =
        new SendAnswer(
            invitations,
            HpkeSeal.with(Path.of(publicKeys)),
            new SqlSealedBuffer(gateway),
            transactions,
            clock);
    return new SurveyForm(
        invitations,
        municipalities,
        questionnaires,
        sendAnswer,
        new SurveyPages(pages, web.contact()),
        clock);
  }

  @Produces
  @Singleton
  CodeForm codeForm(
      CodeDesk desk,
      Pages pages,
      @ConfigProperty(name = "gateway.letter.codes-a-minute", defaultValue = "30") int each,
      @ConfigProperty(name = "gateway.letter.wrong-codes-a-minute", defaultValue = "3000")
          int together) {
    return new CodeForm(desk, new AddressLimit(each, together, System::nanoTime), pages);
  }

  @Produces
  @Singleton
  Task<Void> answerBatch(
      @AnswersDb Jdbi answers,
      Transactions transactions,
      BusinessClock clock,
      @ConfigProperty(name = "gateway.response.seal-private-file") String privateKeys,
      @ConfigProperty(name = "gateway.response.batch-interval", defaultValue = "PT5M")
          Duration interval,
      @ConfigProperty(name = "gateway.response.batch-minimum", defaultValue = "10") int minimum,
      @ConfigProperty(name = "gateway.response.batch-max-wait", defaultValue = "P7D")
          Duration longestWait)
      throws IOException {
    AnswerBatch batch =
        new AnswerBatch(
            new SqlWaitingAnswers(answers),
            HpkeSealOpener.with(Path.of(privateKeys)),
            transactions,
            clock,
            new BatchSettings(minimum, longestWait));
    return AnswerBatchTask.every(interval, batch);
  }
}

package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.EventChecks;
import dk.borgermaaling.gateway.caseevent.EventRegister;
import dk.borgermaaling.gateway.caseevent.jpa.SqlCaseEvents;
import dk.borgermaaling.gateway.caseevent.tasks.ProcessCaseEvents;
import dk.borgermaaling.gateway.citizen.jpa.SqlCitizenVault;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.ServiceAgreement;
import dk.borgermaaling.gateway.municipality.jpa.SqlMunicipalities;
import dk.borgermaaling.gateway.survey.jpa.SqlSurveyGroups;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.TestKeys;
import dk.borgermaaling.schultz.jpa.SqlFasitTargetGroups;
import dk.borgermaaling.schultz.jpa.SqlFileBook;
import dk.borgermaaling.schultz.jpa.SqlToldGroups;
import dk.borgermaaling.schultz.xml.FasitXml;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The gateway's way in on a real database, as far as an adapter hands things over to it. */
public final class DatabaseGateway {
  public final Database database = Database.fresh();
  public final SqlFileBook book = new SqlFileBook(database.gateway());
  public final SqlFasitTargetGroups targetGroups = new SqlFasitTargetGroups(database.gateway());
  public final SqlToldGroups told = new SqlToldGroups(database.gateway());
  public final KeptLetters deadLetters = new KeptLetters(this::highestVersion);
  public final CaseEventIntake intake;
  public final FasitXml xml = new FasitXml();

  /** Aarhus and Randers have agreed; the business clock stands. */
  public DatabaseGateway(BusinessClock clock) {
    SqlMunicipalities municipalities = new SqlMunicipalities(database.gateway());
    municipalities.agreeFirst(
        List.of(
            new ServiceAgreement(
                new MunicipalityCode("0751"), LocalDate.of(2026, 1, 1), null, false),
            new ServiceAgreement(
                new MunicipalityCode("0730"), LocalDate.of(2026, 1, 1), null, false)));
    municipalities.refresh();
    SqlSurveyGroups surveyGroups = new SqlSurveyGroups(database.gateway());
    surveyGroups.refresh();
    intake =
        new EventRegister(
            database.transactions(),
            new EventChecks(municipalities, surveyGroups),
            new SqlCitizenVault(database.gateway(), TestKeys.recipientCipher()),
            new SqlCaseEvents(database.gateway()),
            new ProcessCaseEvents(database.schedulerClient(), Clock.systemUTC()),
            clock);
    targetGroups.fill("aarhus", Aarhus.targetGroups().of("aarhus").rows());
  }

  /** With this intake, which may be the real one in a disguise. */
  public FasitInbox inbox(Tenants tenants, CaseEventIntake handedTo) {
    return new FasitInbox(
        tenants, targetGroups, handedTo, told, deadLetters, xml, database.transactions());
  }

  /** What is stored, as far as it does not depend on when it came and on ids of ours. */
  public List<String> stored() {
    return database.texts(
        "SELECT concat_ws('|', municipality_code, event_id, entity_id, version, withdrawn,"
            + " occurred_at, group_system, group_code, group_start, course_start,"
            + " responsible_actor, happening, happened_on, conversation_type, conversation_form,"
            + " moved_to) FROM intake.case_event ORDER BY 1");
  }

  private int highestVersion(String entity) {
    return database
        .gateway()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT coalesce(max(version), 0) FROM intake.case_event"
                            + " WHERE entity_id = :entity")
                    .bind("entity", entity)
                    .mapTo(Integer.class)
                    .one());
  }
}

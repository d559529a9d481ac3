package dk.borgermaaling.gateway.survey.wiring;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.kernel.wiring.Refreshing;
import dk.borgermaaling.gateway.survey.SurveyPreview;
import dk.borgermaaling.gateway.survey.SurveyTable;
import dk.borgermaaling.gateway.survey.jpa.SqlRecentEvents;
import dk.borgermaaling.gateway.survey.jpa.SqlSurveyGroups;
import dk.borgermaaling.gateway.survey.jpa.SqlSurveyTables;
import dk.borgermaaling.gateway.tables.ChangePreview;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.MappingChanged;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Survey groups, their mapping and their triggers. */
@ApplicationScoped
public class SurveyGroupWiring {
  @Produces
  @Singleton
  SqlSurveyGroups surveyGroups(@GatewayDb Jdbi jdbi) {
    return new SqlSurveyGroups(jdbi);
  }

  @Produces
  @Singleton
  SqlSurveyTables surveyTables(@GatewayDb Jdbi jdbi) {
    return new SqlSurveyTables(jdbi);
  }

  @Produces
  @Singleton
  EditableTable targetGroups(SqlSurveyTables tables) {
    return tables.editable(SurveyTable.TARGET_GROUPS);
  }

  @Produces
  @Singleton
  EditableTable triggers(SqlSurveyTables tables) {
    return tables.editable(SurveyTable.TRIGGERS);
  }

  @Produces
  @Singleton
  EditableTable groups(SqlSurveyTables tables) {
    return tables.editable(SurveyTable.GROUPS);
  }

  @Produces
  @Singleton
  SurveyPreview preview(SqlSurveyTables tables, @GatewayDb Jdbi jdbi, BusinessClock clock) {
    return new SurveyPreview(tables::read, new SqlRecentEvents(jdbi), clock);
  }

  @Produces
  @Singleton
  ChangePreview eventPreview(SurveyPreview preview) {
    return preview.ofEvents();
  }

  @Produces
  @Singleton
  ChangePreview conversationPreview(SurveyPreview preview) {
    return preview.ofConversations();
  }

  @Produces
  @Singleton
  ChangePreview deadLetterPreview(SurveyPreview preview) {
    return preview.ofDeadLetters();
  }

  /** The node that changed a table need not wait for its own pause. */
  @Produces
  @Singleton
  MappingChanged refreshed(SqlSurveyGroups groups) {
    return new MappingChanged() {
      @Override
      public void changed(String table) {
        groups.refresh();
      }
    };
  }

  void start(
      @Observes @Priority(30) Startup event,
      SqlSurveyGroups groups,
      Refreshing refreshing,
      @ConfigProperty(name = "gateway.survey.refresh-interval", defaultValue = "PT30S")
          Duration refreshInterval) {
    refreshing.start("the table of survey groups", refreshInterval, groups::refresh);
  }
}

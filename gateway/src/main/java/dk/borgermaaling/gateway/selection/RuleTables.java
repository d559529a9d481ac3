package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.survey.ConversationTriggers;
import dk.borgermaaling.gateway.survey.SurveyGroups;

/** The tables that decide beside the rules: as they are, or as somebody would have them. */
public record RuleTables(SurveyGroups groups, ConversationTriggers triggers, TermsTable terms) {}

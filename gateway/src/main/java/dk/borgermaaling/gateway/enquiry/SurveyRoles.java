package dk.borgermaaling.gateway.enquiry;

/**
 * The service roles (servicesystemroller) that a caller must have in the scope of the
 * municipality's CVR, one for each thing that it may do.
 */
public final class SurveyRoles {
  private static final String PREFIX = "http://borgermaaling.dk/roles/servicesystemrole/";

  /** To ask how far the invitation of a case is. */
  public static final String READ_STATUS = PREFIX + "read-survey-status/1";

  /** To tell that a citizen is not to be asked, and to take that back. */
  public static final String REGISTER_OPT_OUTS = PREFIX + "register-opt-outs/1";

  /** To read the figures of the municipality. */
  public static final String READ_FIGURES = PREFIX + "read-survey-figures/1";

  private SurveyRoles() {}
}

package dk.borgermaaling.gateway.caseevent;

/**
 * The service roles (servicesystemroller) that a sender must have in the scope of the
 * municipality's CVR, one for each thing that it may do.
 */
public final class SenderRoles {
  private static final String PREFIX = "http://borgermaaling.dk/roles/servicesystemrole/";

  /** To register events and to take them back. */
  public static final String REGISTER = PREFIX + "register-case-events/1";

  /** To ask what has become of an event. */
  public static final String READ_STATUS = PREFIX + "read-case-event-status/1";

  private SenderRoles() {}
}

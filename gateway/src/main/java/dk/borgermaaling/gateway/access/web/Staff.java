package dk.borgermaaling.gateway.access.web;

import dk.borgermaaling.gateway.access.Account;
import dk.borgermaaling.gateway.access.SessionToken;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Locale;

/** Who is logged in, as a resource behind {@link StaffOnly} gets it from its security context. */
public final class Staff implements SecurityContext, Principal {
  private final Account account;
  private final SessionToken token;

  public Staff(Account account, SessionToken token) {
    this.account = account;
    this.token = token;
  }

  /** The one that the gate has put there; a resource that is not behind the gate is a bug. */
  public static Staff in(SecurityContext context) {
    if (context.getUserPrincipal() instanceof Staff staff) {
      return staff;
    }
    throw new IllegalStateException("this resource is not behind @StaffOnly");
  }

  public Account account() {
    return account;
  }

  SessionToken token() {
    return token;
  }

  /** For the hidden field {@link StaffGate#FORM_TOKEN} of every form that posts. */
  public String formToken() {
    return token.formToken();
  }

  @Override
  public String getName() {
    return account.userName();
  }

  @Override
  public Principal getUserPrincipal() {
    return this;
  }

  @Override
  public boolean isUserInRole(String role) {
    return account.role().name().equals(role.toUpperCase(Locale.ROOT));
  }

  @Override
  public boolean isSecure() {
    return true;
  }

  @Override
  public String getAuthenticationScheme() {
    return SecurityContext.FORM_AUTH;
  }
}

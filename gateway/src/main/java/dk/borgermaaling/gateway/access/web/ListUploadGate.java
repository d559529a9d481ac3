package dk.borgermaaling.gateway.access.web;

import dk.borgermaaling.gateway.audit.AuditLog;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;

/** Refuses who is logged in and may upload no lists, and notes it. After {@link StaffGate}. */
@Provider
@ListUploadersOnly
@Dependent
@Priority(Priorities.AUTHORIZATION)
public class ListUploadGate implements ContainerRequestFilter {
  // Fields, because Jakarta REST makes providers by a constructor without parameters.
  @Inject private StaffPages pages;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  @Override
  public void filter(ContainerRequestContext request) {
    Staff staff = Staff.in(request.getSecurityContext());
    if (!staff.account().mayUploadLists()) {
      audit.note(clock.instant(), staff.getName(), AuditLog.Action.WAS_REFUSED, null);
      request.abortWith(pages.refused());
    }
  }
}

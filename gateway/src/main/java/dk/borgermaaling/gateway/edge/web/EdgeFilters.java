package dk.borgermaaling.gateway.edge.web;

import dk.borgermaaling.gateway.edge.EdgeSettings;
import dk.borgermaaling.gateway.edge.callers.CallerFilter;
import dk.borgermaaling.gateway.edge.limit.CallLimits;
import dk.borgermaaling.gateway.edge.trust.Revocation;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;
import java.util.List;

/**
 * Registers the filters in their order: headers, limits, one reading, time of bodies, mutual TLS,
 * size cap, callers of REST. What is refused behind the limits counts there.
 */
@WebListener
public class EdgeFilters implements ServletContextListener {
  private static final String ALL = "/*";

  private static final List<LimitedPath> LIMITED =
      List.of(
          new LimitedPath("soap", LimitedPath.Protocol.SOAP),
          new LimitedPath("rest", LimitedPath.Protocol.HTTP));

  @Inject private EdgeSettings settings;
  @Inject private CallLimits limits;
  @Inject private CallerFilter callers;
  @Inject private Revocation revocation;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    add(context, "security-headers", ALL, new SecurityHeadersFilter());
    add(context, "limits", ALL, new LimitFilter(limits, LIMITED));
    add(context, "one-reading", ALL, new OneReadingFilter());
    add(context, "body-time", ALL, new BodyTimeFilter(settings.maxBodyTime(), System::nanoTime));
    add(context, "mutual-tls", ALL, new MutualTlsFilter(settings.mutualTlsPort(), revocation));
    add(
        context,
        "size-cap",
        ALL,
        new SizeCapFilter(settings.maxMessageBytes(), EdgeSettings.MAX_FORM_BYTES));
    add(context, "callers", "/rest/*", callers);
  }

  private static void add(ServletContext context, String name, String paths, Filter filter) {
    var registration = context.addFilter(name, filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, paths);
  }
}

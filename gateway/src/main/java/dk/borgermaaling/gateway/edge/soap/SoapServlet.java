package dk.borgermaaling.gateway.edge.soap;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.annotation.WebInitParam;
import jakarta.servlet.annotation.WebServlet;
import org.apache.cxf.Bus;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;

/** CXF inside the WAR (docs/adr/0004), with every {@link SoapService} there is. */
@WebServlet(
    urlPatterns = "/soap/*",
    loadOnStartup = 1,
    initParams = @WebInitParam(name = "hide-service-list-page", value = "true"))
public class SoapServlet extends CXFNonSpringServlet {
  private static final long serialVersionUID = 1L;

  @Inject @Any private transient Instance<SoapService> services;

  @Override
  protected void loadBus(ServletConfig config) {
    super.loadBus(config);
    QuietLibraries.hush();
    Bus bus = getBus();
    for (SoapService service : services) {
      service.publish(bus);
    }
  }
}

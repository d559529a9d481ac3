package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.xml.Names;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.security.wss4j.PolicyBasedWSS4JOutInterceptor;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Puts the Framework header of the Liberty Basic SOAP Binding into answers and faults, in the
 * namespace in which the caller wrote it, before they are signed: Serviceplatformen's client
 * refuses an answer without.
 */
final class FrameworkHeader extends AbstractSoapInterceptor {
  static final Set<QName> NAMES =
      Set.of(new QName(Names.LIBERTY, "Framework"), new QName(Names.LIBERTY_2006, "Framework"));

  FrameworkHeader() {
    super(Phase.PRE_PROTOCOL);
    addBefore(PolicyBasedWSS4JOutInterceptor.class.getName());
  }

  @Override
  public void handleMessage(SoapMessage message) {
    QName name = asked(message.getExchange().getInMessage());
    Document document = DOMUtils.createDocument();
    Element framework = document.createElementNS(name.getNamespaceURI(), "sbf:Framework");
    framework.setAttribute("version", Names.LIBERTY_VERSION);
    framework.setAttributeNS(
        Names.LIBERTY_PROFILE, "sbfprofile:profile", Names.LIBERTY_PROFILE_BASIC);
    message.getHeaders().add(new Header(name, framework));
  }

  private static QName asked(Message in) {
    if (in instanceof SoapMessage soap) {
      for (Header header : soap.getHeaders()) {
        if (NAMES.contains(header.getName())) {
          return header.getName();
        }
      }
    }
    return new QName(Names.LIBERTY_2006, "Framework");
  }
}

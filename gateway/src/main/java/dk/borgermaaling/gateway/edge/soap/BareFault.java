package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapVersion;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Writes a fault without headers or signature; only the incident's id varies. */
final class BareFault extends AbstractPhaseInterceptor<Message> {
  private static final String SOAP_12 =
      """
      <soap:Code><soap:Value>soap:%s</soap:Value></soap:Code>\
      <soap:Reason><soap:Text xml:lang="en">%s</soap:Text></soap:Reason>\
      <soap:Detail>%s</soap:Detail>""";

  private static final String SOAP_11 =
      "<faultcode>soap:%s</faultcode><faultstring>%s</faultstring><detail>%s</detail>";

  private static final String SERVICEPLATFORM =
      """
      <ServiceplatformFault xmlns="%s"><ErrorList><Error><ErrorCode>%s</ErrorCode><ErrorText>%s\
      </ErrorText></Error></ErrorList></ServiceplatformFault>""";

  private final ServiceplatformFault told;
  private final String namespace;
  private final SoapProfile profile;

  BareFault(ServiceplatformFault told, String namespace, SoapProfile profile) {
    super(Phase.WRITE);
    this.told = told;
    this.namespace = namespace;
    this.profile = profile;
  }

  @Override
  public void handleMessage(Message message) {
    OutputStream out = message.getContent(OutputStream.class);
    try {
      out.write(xml().getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String xml() {
    Incident incident = told.incident();
    ProblemType type = incident.problem().type();
    SoapVersion soap = profile.version();
    QName code = FaultInterceptor.code(type, soap);
    String problem =
        "<problem xmlns=\"%s\"><type>%s</type><title>%s</title><detail>%s</detail><instance>%s</instance></problem>"
                .formatted(
                    namespace,
                    type.uri(),
                    text(type.title()),
                    text(incident.problem().publicDetail()),
                    incident.instance())
            + SERVICEPLATFORM.formatted(
                ServiceplatformFault.NAMESPACE, told.code(), text(told.text()));
    String fault = profile == SoapProfile.OIO_IDWS ? SOAP_12 : SOAP_11;
    return """
        <soap:Envelope xmlns:soap="%s"><soap:Body><soap:Fault>%s</soap:Fault></soap:Body>\
        </soap:Envelope>"""
        .formatted(
            soap.getNamespace(), fault.formatted(code.getLocalPart(), text(type.title()), problem));
  }

  private static String text(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Writes a SOAP 1.2 fault without headers or signature; only the incident's id varies. */
final class BareFault extends AbstractPhaseInterceptor<Message> {
  private final Incident incident;
  private final String namespace;

  BareFault(Incident incident, String namespace) {
    super(Phase.WRITE);
    this.incident = incident;
    this.namespace = namespace;
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
    ProblemType type = incident.problem().type();
    String code = type.blame() == ProblemType.Blame.SENDER ? "Sender" : "Receiver";
    return """
        <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body><soap:Fault>\
        <soap:Code><soap:Value>soap:%s</soap:Value></soap:Code>\
        <soap:Reason><soap:Text xml:lang="en">%s</soap:Text></soap:Reason>\
        <soap:Detail><problem xmlns="%s"><type>%s</type><title>%s</title><detail>%s</detail>\
        <instance>%s</instance></problem></soap:Detail></soap:Fault></soap:Body></soap:Envelope>"""
        .formatted(
            code,
            text(type.title()),
            namespace,
            type.uri(),
            text(type.title()),
            text(incident.problem().publicDetail()),
            incident.instance());
  }

  private static String text(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

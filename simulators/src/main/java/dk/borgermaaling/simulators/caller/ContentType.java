package dk.borgermaaling.simulators.caller;

import org.apache.cxf.binding.soap.interceptor.SoapPreProtocolOutInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** KOMBIT's STS does not take the action parameter that CXF adds to the content type. */
final class ContentType extends AbstractPhaseInterceptor<Message> {
  ContentType() {
    super(Phase.PREPARE_SEND);
    addAfter(SoapPreProtocolOutInterceptor.class.getName());
  }

  @Override
  public void handleMessage(Message message) {
    message.put(Message.CONTENT_TYPE, "application/soap+xml; charset=utf-8");
  }
}

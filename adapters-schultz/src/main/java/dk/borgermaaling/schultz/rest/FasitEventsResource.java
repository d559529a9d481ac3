package dk.borgermaaling.schultz.rest;

import dk.borgermaaling.gateway.edge.ClientCertificate;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.schultz.FasitInbox;
import dk.borgermaaling.schultz.FasitPush;
import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.xml.FasitXml;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/** Where Fasit delivers, on the port that requires a client certificate. */
@Dependent
@Path("/fasit/events")
public class FasitEventsResource {
  /** Of one request, in bytes: 500 events are a tenth of it. */
  static final int LARGEST = 4 * 1024 * 1024;

  private final FasitInbox inbox;
  private final FasitXml xml;

  @Inject
  public FasitEventsResource(FasitInbox inbox, FasitXml xml) {
    this.inbox = inbox;
    this.xml = xml;
  }

  @POST
  @Consumes(MediaType.APPLICATION_XML)
  @Produces(MediaType.APPLICATION_XML)
  public byte[] receive(@Context HttpServletRequest request, InputStream body) throws IOException {
    return receive(ClientCertificate.of(request).thumbprint().sha256(), body);
  }

  byte[] receive(String thumbprint, InputStream body) throws IOException {
    Tenant sender = inbox.sender(thumbprint);
    byte[] bytes = body.readNBytes(LARGEST + 1);
    return ReceiptsXml.write(inbox.receive(sender, () -> push(bytes)));
  }

  private FasitPush push(byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw new ProblemException(
          new Problem.Plain(ProblemType.TOO_LARGE, "A request may have 4 MiB"));
    }
    return xml.readPush(bytes);
  }
}

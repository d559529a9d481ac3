package dk.borgermaaling.schultz.rest;

import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.schultz.FasitInbox;
import dk.borgermaaling.schultz.xml.FasitXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;

/** The way in without a server around it. */
public final class Door {
  private final FasitEventsResource resource;

  public Door(FasitInbox inbox, FasitXml xml) {
    resource = new FasitEventsResource(inbox, xml);
  }

  /**
   * The answer's body.
   *
   * @throws ProblemException as the server would answer it
   */
  public byte[] receive(X509Certificate sender, byte[] body) {
    try {
      return resource.receive(Thumbprint.of(sender).sha256(), new ByteArrayInputStream(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

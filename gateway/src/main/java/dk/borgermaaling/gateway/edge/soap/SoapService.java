package dk.borgermaaling.gateway.edge.soap;

import org.apache.cxf.Bus;

/** A service that the SOAP servlet offers; every CDI bean of this type is published. */
public interface SoapService {
  /** Starts to serve below the servlet's path. */
  void publish(Bus bus);
}

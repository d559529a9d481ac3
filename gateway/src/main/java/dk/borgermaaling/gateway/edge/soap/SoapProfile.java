package dk.borgermaaling.gateway.edge.soap;

import jakarta.xml.ws.soap.SOAPBinding;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapVersion;

/**
 * The two ways to write a signed message that KOMBIT's world has. Both have the same parts signed
 * by the same rules; they differ in SOAP's version and in the Framework header. Each has endpoints
 * of its own, so that nobody can choose the weaker one for a message that was made for the other.
 */
public enum SoapProfile {
  /** OIO IDWS SOAP 1.1: SOAP 1.2; a Framework header is understood and never asked for. */
  OIO_IDWS("application/soap+xml", SOAPBinding.SOAP12HTTP_BINDING),

  /**
   * Liberty Basic SOAP Binding 1.0 as Serviceplatformen writes it: SOAP 1.1, one Framework header
   * in either namespace, answered in the same.
   */
  LIBERTY_BASIC("text/xml", SOAPBinding.SOAP11HTTP_BINDING);

  private final String mediaType;
  private final String binding;

  SoapProfile(String mediaType, String binding) {
    this.mediaType = mediaType;
    this.binding = binding;
  }

  SoapVersion version() {
    return this == OIO_IDWS ? Soap12.getInstance() : Soap11.getInstance();
  }

  /** Namespace of Envelope, Header and Body. */
  String namespace() {
    return version().getNamespace();
  }

  /** SOAP 1.1 or 1.2, as a caller reads it. */
  String versionName() {
    return this == OIO_IDWS ? "SOAP 1.2" : "SOAP 1.1";
  }

  String mediaType() {
    return mediaType;
  }

  /** The binding's identifier in Jakarta XML Web Services. */
  String binding() {
    return binding;
  }

  boolean needsFramework() {
    return this == LIBERTY_BASIC;
  }
}

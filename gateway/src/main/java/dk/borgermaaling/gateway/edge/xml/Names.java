package dk.borgermaaling.gateway.edge.xml;

/** Namespaces and algorithm identifiers of OIO IDWS SOAP 1.1. */
public final class Names {
  public static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  public static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  public static final String WSA = "http://www.w3.org/2005/08/addressing";
  public static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  public static final String WSSE_11 =
      "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";
  public static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
  public static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  public static final String DS_11 = "http://www.w3.org/2009/xmldsig11#";
  public static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
  public static final String XENC_11 = "http://www.w3.org/2009/xmlenc11#";
  public static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  public static final String SAML_1 = "urn:oasis:names:tc:SAML:1.0:assertion";
  public static final String SAML_ID =
      "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLID";

  public static final String EXC_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
  public static final String ENVELOPED = DS + "enveloped-signature";
  public static final String STR_TRANSFORM =
      "http://docs.oasis-open.org/wss/2004/01/"
          + "oasis-200401-wss-soap-message-security-1.0#STR-Transform";
  public static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  public static final String SHA256 = XENC + "sha256";

  /**
   * Framework header of the Liberty SOAP binding: Serviceplatformen writes the second namespace.
   */
  public static final String LIBERTY = "urn:liberty:sb";

  public static final String LIBERTY_2006 = "urn:liberty:sb:2006-08";
  public static final String LIBERTY_PROFILE = "urn:liberty:sb:profile";
  public static final String LIBERTY_PROFILE_BASIC = "urn:liberty:sb:profile:basic";
  public static final String LIBERTY_VERSION = "2.0";

  private Names() {}
}

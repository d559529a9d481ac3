package dk.borgermaaling.gateway.edge.soap;

/**
 * A signed SOAP service with one operation.
 *
 * @param path below /soap, with a leading slash
 * @param wsdl its WSDL with the policy, on the class path
 * @param namespace of the contract, in which faults carry their {@code problem} element too
 * @param element name of the request's body element
 * @param profile how messages are written there
 */
public record ServiceDescription(
    String path, String wsdl, String namespace, String element, SoapProfile profile) {
  ProfileInterceptor.Operation operation() {
    return new ProfileInterceptor.Operation(namespace + "/" + element, namespace, element);
  }
}

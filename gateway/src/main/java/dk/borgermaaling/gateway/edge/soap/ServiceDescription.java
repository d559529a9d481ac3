package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Refusal;
import java.util.Set;

/**
 * A signed SOAP service. The wsa:Action of an operation is the namespace, a slash and the name of
 * the element that its requests have in the body.
 *
 * @param path below /soap, with a leading slash
 * @param wsdl its WSDL with the policy, on the class path
 * @param namespace of the contract, in which faults carry their {@code problem} element too
 * @param operations names of the elements in the bodies of requests
 * @param profile how messages are written there
 */
public record ServiceDescription(
    String path, String wsdl, String namespace, Set<String> operations, SoapProfile profile) {
  public ServiceDescription {
    operations = Set.copyOf(operations);
  }

  /** The operation that the action stands for; any other action is refused. */
  String operation(String action) {
    String prefix = namespace + "/";
    String name = action.startsWith(prefix) ? action.substring(prefix.length()) : "";
    if (!operations.contains(name)) {
      throw Refusal.notTrusted("the action of another operation");
    }
    return name;
  }
}

package dk.borgermaaling.gateway.edge.xml;

import dk.borgermaaling.gateway.edge.Refusal;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * The algorithms that a signature may use: rsa-sha256 with 2048 bits or more, SHA-256, exclusive
 * canonicalisation. Applies to the message's signature and to the assertion's own, which the policy
 * engine does not look at.
 */
public final class SignatureProfile {
  private static final int LEAST_BITS = 2048;

  private SignatureProfile() {}

  /** The message's signature: any number of references, each to a part or through an STR. */
  public static void checkMessage(Element signature) {
    for (Element reference : references(signature)) {
      List<String> transforms = transforms(reference);
      if (transforms.size() != 1
          || !Set.of(Names.EXC_C14N, Names.STR_TRANSFORM).contains(transforms.get(0))) {
        throw Refusal.notTrusted("a transform of the message signature");
      }
      checkLocal(reference);
    }
  }

  /** The assertion's signature: one enveloped reference to the assertion itself. */
  public static void checkAssertion(Element signature, String assertionId) {
    List<Element> references = references(signature);
    if (references.size() != 1
        || !("#" + assertionId).equals(references.get(0).getAttribute("URI"))
        || !transforms(references.get(0)).equals(List.of(Names.ENVELOPED, Names.EXC_C14N))) {
      throw Refusal.notTrusted("the reference of the assertion's signature");
    }
  }

  public static void checkKey(PublicKey key) {
    if (!(key instanceof RSAPublicKey rsa) || rsa.getModulus().bitLength() < LEAST_BITS) {
      throw Refusal.notTrusted("a key that is not RSA of 2048 bits or more");
    }
  }

  private static List<Element> references(Element signature) {
    Element signedInfo = Dom.only(signature, Names.DS, "SignedInfo");
    requireAlgorithm(signedInfo, "CanonicalizationMethod", Names.EXC_C14N);
    requireAlgorithm(signedInfo, "SignatureMethod", Names.RSA_SHA256);
    List<Element> references = Dom.children(signedInfo, Names.DS, "Reference");
    for (Element reference : references) {
      requireAlgorithm(reference, "DigestMethod", Names.SHA256);
    }
    return references;
  }

  private static void requireAlgorithm(Element parent, String name, String wanted) {
    if (!wanted.equals(Dom.only(parent, Names.DS, name).getAttribute("Algorithm"))) {
      throw Refusal.notTrusted("the algorithm of " + name);
    }
  }

  private static List<String> transforms(Element reference) {
    List<String> found = new ArrayList<>();
    Element transforms = Dom.only(reference, Names.DS, "Transforms");
    for (Element transform : Dom.children(transforms)) {
      found.add(transform.getAttribute("Algorithm"));
    }
    return found;
  }

  private static void checkLocal(Element reference) {
    if (!reference.getAttribute("URI").matches("#.+")) {
      throw Refusal.notTrusted("a reference out of the message");
    }
  }
}

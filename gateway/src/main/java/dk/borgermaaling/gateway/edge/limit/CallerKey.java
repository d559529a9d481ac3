package dk.borgermaaling.gateway.edge.limit;

import dk.borgermaaling.gateway.edge.ClientCertificate;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Whose calls are counted together. */
record CallerKey(Kind kind, String value) {
  /** Bytes of an IPv6 address that name a network; the rest is the network's own to choose from. */
  private static final int NETWORK_BYTES = 8;

  /** How a caller is known. */
  enum Kind {
    /** By the certificate whose key it has proved to hold. */
    CERTIFICATE,

    /** By its address, while it has proved nothing. */
    ADDRESS
  }

  static CallerKey of(HttpServletRequest request) {
    ClientCertificate client = ClientCertificate.find(request);
    return client == null
        ? address(String.valueOf(request.getRemoteAddr()))
        : new CallerKey(Kind.CERTIFICATE, client.thumbprint().sha256());
  }

  /** An IPv4 address, or the /64 of an IPv6 one: there everybody has 2^64 addresses. */
  static CallerKey address(String literal) {
    String plain = literal.replaceFirst("%.*", "");
    if (!plain.contains(":")) {
      return new CallerKey(Kind.ADDRESS, plain);
    }
    try {
      // With a colon it is a literal or an error; no name is ever looked up.
      InetAddress address = InetAddress.getByName(plain);
      return new CallerKey(
          Kind.ADDRESS,
          address instanceof Inet6Address ? network(address) : address.getHostAddress());
    } catch (UnknownHostException e) {
      return new CallerKey(Kind.ADDRESS, "unknown");
    }
  }

  private static String network(InetAddress address) {
    byte[] network = Arrays.copyOf(address.getAddress(), 2 * NETWORK_BYTES);
    Arrays.fill(network, NETWORK_BYTES, 2 * NETWORK_BYTES, (byte) 0);
    try {
      return InetAddress.getByAddress(network).getHostAddress() + "/64";
    } catch (UnknownHostException e) {
      throw new IllegalStateException("sixteen bytes are an address", e);
    }
  }

  @Override
  public String toString() {
    return (kind == Kind.CERTIFICATE ? "certificate " : "address ") + value;
  }
}

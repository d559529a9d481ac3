package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.limit.LimitedCall;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.apache.cxf.interceptor.AttachmentInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.jspecify.annotations.Nullable;

/**
 * First in the chain: refuses a caller that is beyond its limit, reads the message up to the cap,
 * sends it through the {@link EnvelopeGate}, and hands the same bytes on; notes when it came. Only
 * the description may be fetched with GET.
 */
final class GateInterceptor extends AbstractPhaseInterceptor<Message> {
  private final SoapProfile profile;
  private final int maxBytes;
  private final Clock clock;

  GateInterceptor(SoapProfile profile, int maxBytes, Clock clock) {
    super(Phase.RECEIVE);
    addBefore(AttachmentInInterceptor.class.getName());
    this.profile = profile;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  @Override
  public void handleMessage(Message message) {
    if (description(message)) {
      return;
    }
    if (!"POST".equals(message.get(Message.HTTP_REQUEST_METHOD))) {
      throw plain(ProblemType.METHOD_NOT_ALLOWED, "Messages are posted");
    }
    message.getExchange().put(Instant.class, clock.instant());
    LimitedCall.requireWithin(LimitInterceptor.request(message));
    requireSoap(text(message.get(Message.CONTENT_TYPE)));
    InputStream body = message.getContent(InputStream.class);
    if (body == null) {
      throw Refusal.notTrusted("no body");
    }
    byte[] bytes = read(body);
    EnvelopeGate.check(bytes, profile);
    message.put(Message.ENCODING, "UTF-8");
    message.setContent(InputStream.class, new ByteArrayInputStream(bytes));
  }

  private static boolean description(Message message) {
    String query = text(message.get(Message.QUERY_STRING)).toLowerCase(Locale.ROOT);
    return "GET".equals(message.get(Message.HTTP_REQUEST_METHOD))
        && (query.startsWith("wsdl") || query.startsWith("xsd="));
  }

  private void requireSoap(String contentType) {
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    boolean soap = parts[0].strip().equals(profile.mediaType());
    for (String part : parts) {
      String parameter = part.strip().replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        soap = false;
      }
    }
    if (!soap) {
      throw plain(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "Messages are " + profile.mediaType() + " in UTF-8, without attachments");
    }
  }

  private byte[] read(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw plain(ProblemType.TOO_LARGE, "A message has at most " + maxBytes + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuntimeException plain(ProblemType type, String detail) {
    return Refusal.of(new Problem.Plain(type, detail), "refused before parsing");
  }

  private static String text(@Nullable Object value) {
    return value instanceof String string ? string : "";
  }
}

package dk.borgermaaling.gateway.murder;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dk.borgermaaling.gateway.beskedfordeler.Taker;
import dk.borgermaaling.gateway.beskedfordeler.rest.PushAnswer;
import dk.borgermaaling.gateway.notification.TakeReceipt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Takes receipts from Beskedfordeler over mutual TLS, as {@code ReceiptResource} does. */
final class ReceiptDoor {
  private static final int THREADS = 4;

  /** One in so many is lost by a door that acknowledges first. */
  private static final int LOST = 4;

  private final TakeReceipt takeReceipt;
  private final boolean acknowledgesFirst;

  private ReceiptDoor(TakeReceipt takeReceipt, boolean acknowledgesFirst) {
    this.takeReceipt = takeReceipt;
    this.acknowledgesFirst = acknowledgesFirst;
  }

  static void open(WorkerSettings settings, TakeReceipt takeReceipt) throws IOException {
    ReceiptDoor door = new ReceiptDoor(takeReceipt, settings.breach() == Breach.ACKNOWLEDGES_FIRST);
    SSLContext tls = Certificates.in(settings.certificates()).server();
    HttpsServer server =
        HttpsServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.door()), 100);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    server.createContext("/beskedfordeler/modtag", door::receive);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    server.start();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] raw = exchange.getRequestBody().readAllBytes();
      String answer = answer(raw);
      byte[] body = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/xml;charset=UTF-8");
      exchange.sendResponseHeaders(
          answer.isEmpty() ? 400 : 200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String answer(byte[] raw) {
    if (acknowledgesFirst) {
      if (Math.floorMod(Arrays.hashCode(raw), LOST) != 0) {
        take(raw);
      }
      return PushAnswer.TAKEN;
    }
    return switch (take(raw)) {
      case TAKEN -> PushAnswer.TAKEN;
      case UNREADABLE -> PushAnswer.UNREADABLE;
      case EMPTY, WITHOUT_ID -> "";
      case NOT_STORED -> PushAnswer.NOT_STORED;
    };
  }

  private Taker.Answer take(byte[] raw) {
    try {
      return takeReceipt.take(raw);
    } catch (RuntimeException e) {
      return Taker.Answer.NOT_STORED;
    }
  }
}

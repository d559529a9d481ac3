package dk.borgermaaling.simulators.casesystems;

import dk.borgermaaling.simulators.Part;
import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A case system that sends by itself while the story plays. */
public final class Pusher implements Part {
  private static final Logger LOG = Logger.getLogger(Pusher.class.getName());
  private static final long LOOK_AGAIN_MILLIS = 100;
  private static final long TRY_AGAIN_MILLIS = 500;

  private final String name;
  private final Telling telling;
  private final boolean plays;
  private final List<Route> ofItsOwn;
  private @Nullable Thread thread;
  private boolean reachable = true;
  private volatile boolean ready;

  /**
   * Sends what the telling holds.
   *
   * @param name of the part, its thread and its place in {@code /demo}
   * @param plays false when tests tell the story themselves
   */
  public Pusher(String name, Telling telling, boolean plays) {
    this(name, telling, plays, List.of());
  }

  /**
   * The same, with more that this one alone answers.
   *
   * @param ofItsOwn below {@code /demo/<name>/}
   */
  public Pusher(String name, Telling telling, boolean plays, List<Route> ofItsOwn) {
    this.name = name;
    this.telling = telling;
    this.plays = plays;
    this.ofItsOwn = List.copyOf(ofItsOwn);
  }

  @Override
  public String name() {
    return name;
  }

  public Telling telling() {
    return telling;
  }

  /** {@code POST /demo/<name>/resend}, from this machine only: everything told is told again. */
  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>(ofItsOwn);
    routes.add(Route.post("/demo/" + name + "/resend", this::resend));
    return routes;
  }

  private Reply resend(Request request) {
    if (!request.isLocal()) {
      return Reply.text(403, "Only from this machine");
    }
    try {
      return Reply.json(200, telling.tellAgain().json());
    } catch (IOException e) {
      LOG.log(Level.INFO, name + ": no receipts when telling again: {0}", e.getMessage());
      return Reply.text(502, "The gateway gave no receipts");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.text(503, "Stopping");
    }
  }

  @Override
  public void start() {
    if (plays) {
      Thread sender = new Thread(this::run, name);
      sender.setDaemon(true);
      sender.start();
      thread = sender;
    }
  }

  private void run() {
    try {
      while (!telling.complete()) {
        Thread.sleep(tell() ? LOOK_AGAIN_MILLIS : TRY_AGAIN_MILLIS);
      }
      ready = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean tell() throws InterruptedException {
    try {
      if (!ready) {
        telling.knock();
        ready = true;
      }
      telling.tellDue();
      if (!reachable) {
        LOG.info(() -> name + ": the gateway answers again");
      }
      reachable = true;
    } catch (IOException e) {
      if (reachable) {
        LOG.log(Level.INFO, name + ": no receipts, trying again: {0}", e.getMessage());
      }
      reachable = false;
    }
    return reachable;
  }

  /** {@code ready}: the way to the gateway has been taken once, so the story may begin. */
  @Override
  public JsonObject status() {
    return Json.createObjectBuilder(telling.status()).add("ready", ready || !plays).build();
  }

  @Override
  public boolean complete() {
    return !plays || telling.complete();
  }

  @Override
  public void close() throws IOException {
    Thread sender = thread;
    if (sender != null) {
      sender.interrupt();
      try {
        sender.join(5_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    telling.close();
  }
}

package dk.borgermaaling.simulators.support;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.server.SimulatorServer;
import dk.borgermaaling.simulators.sts.AccessTokens;
import dk.borgermaaling.simulators.sts.Registry;
import dk.borgermaaling.simulators.sts.Sts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** The STS alone on a free port, with the registry of the demonstration. */
public final class RunningSts {
  private final SimulatorServer server;
  private final AccessTokens tokens;

  private RunningSts(SimulatorServer server, AccessTokens tokens) {
    this.server = server;
    this.tokens = tokens;
  }

  public static RunningSts start(Path state) throws IOException {
    Surroundings around = TestSettings.surroundings(state);
    AccessTokens tokens = new AccessTokens(Clock.systemUTC());
    Sts sts = new Sts(around, Registry.demonstration(around::key), tokens, Clock.systemUTC());
    SimulatorServer server =
        SimulatorServer.open(
            0, Gateway.tls(around.key("tls").managers(), around.trust()), sts.routes());
    return new RunningSts(server, tokens);
  }

  public int port() {
    return server.port();
  }

  public AccessTokens tokens() {
    return tokens;
  }

  public void close() {
    server.close();
  }
}

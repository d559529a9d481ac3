package dk.borgermaaling.simulators.beskedfordeler.pull;

import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.Protocol;
import org.apache.qpid.server.model.Transport;
import org.apache.qpid.server.model.port.AmqpPort;
import org.apache.qpid.server.plugin.ProtocolEngineCreator;
import org.apache.qpid.server.protocol.v0_8.AMQPConnection_0_8Impl;
import org.apache.qpid.server.protocol.v0_8.ProtocolEngineCreator_0_9_1;
import org.apache.qpid.server.transport.AggregateTicker;
import org.apache.qpid.server.transport.ProtocolEngine;
import org.apache.qpid.server.transport.ServerNetworkConnection;
import org.jspecify.annotations.Nullable;

/**
 * AMQP 0-9-1 whose first frame may be larger than 4096 bytes: an assertion is. Qpid keeps to the
 * smallest frame until both sides have tuned; Beskedfordeler evidently does not. Found by the
 * broker among its services, in the place of its own.
 */
public final class LargeStart implements ProtocolEngineCreator {
  private static final int LARGEST_START = 256 * 1024;
  private final ProtocolEngineCreator_0_9_1 own = new ProtocolEngineCreator_0_9_1();

  /** The broker's own is left out by this system property. */
  static void takesThePlaceOfTheBrokersOwn() {
    System.setProperty("qpid.plugin.disabled:protocolenginecreator." + Protocol.AMQP_0_9_1, "true");
  }

  @Override
  public Protocol getVersion() {
    return own.getVersion();
  }

  @Override
  public byte[] getHeaderIdentifier() {
    return own.getHeaderIdentifier();
  }

  @Override
  public ProtocolEngine newProtocolEngine(
      Broker<?> broker,
      ServerNetworkConnection network,
      AmqpPort<?> port,
      Transport transport,
      long id,
      AggregateTicker ticker) {
    AMQPConnection_0_8Impl connection =
        new AMQPConnection_0_8Impl(broker, network, port, transport, getVersion(), id, ticker);
    connection.create();
    connection.setMaxFrameSize(LARGEST_START);
    return connection;
  }

  @Override
  public byte @Nullable [] getSuggestedAlternativeHeader() {
    return null;
  }

  @Override
  public String getType() {
    return "large start";
  }
}

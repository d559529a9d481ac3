package dk.borgermaaling.gateway.beskedfordeler.kombit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import dk.borgermaaling.gateway.beskedfordeler.MessageQueue.Link;
import dk.borgermaaling.gateway.beskedfordeler.MessageQueue.Pulled;
import dk.borgermaaling.gateway.beskedfordeler.MessageQueue.QueueFault;
import dk.borgermaaling.gateway.beskedfordeler.MessageQueue.Wear;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A consumer of one queue on a connection of its own. The library's thread puts what comes into a
 * line, no longer than the prefetch; one thread of ours takes it out, stores it and answers.
 */
final class AmqpLink implements Link {
  private static final int CLOSING_TIME = (int) Duration.ofSeconds(3).toMillis();
  private final Connection connection;
  private final Channel channel;
  private final Function<Instant, Wear> wear;
  private final BlockingQueue<Pulled> line = new LinkedBlockingQueue<>();
  private volatile boolean cancelled;

  private AmqpLink(Connection connection, Channel channel, Function<Instant, Wear> wear) {
    this.connection = connection;
    this.channel = channel;
    this.wear = wear;
  }

  static AmqpLink consume(
      Connection connection, String queue, int prefetch, Function<Instant, Wear> wear)
      throws IOException {
    Channel channel = connection.createChannel();
    if (channel == null) {
      throw new IOException("no channel is left");
    }
    AmqpLink link = new AmqpLink(connection, channel, wear);
    channel.basicQos(prefetch);
    String unused = channel.basicConsume(queue, false, link.new Consumer(channel));
    return link;
  }

  @Override
  public Optional<Pulled> next(Duration wait) throws QueueFault {
    requireOpen();
    try {
      Pulled next = line.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        requireOpen();
      }
      return Optional.ofNullable(next);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueueFault("interrupted");
    }
  }

  private void requireOpen() throws QueueFault {
    if (cancelled) {
      throw new QueueFault("Beskedfordeler has ended the subscription to the queue");
    }
    ShutdownSignalException closed = channel.getCloseReason();
    if (closed != null) {
      throw new QueueFault(AmqpFaults.words(closed));
    }
  }

  @Override
  public void acknowledge(Pulled message) throws QueueFault {
    try {
      channel.basicAck(message.tag(), false);
    } catch (IOException | ShutdownSignalException e) {
      throw new QueueFault(AmqpFaults.words(e));
    }
  }

  @Override
  public void reject(Pulled message) throws QueueFault {
    try {
      channel.basicNack(message.tag(), false, false);
    } catch (IOException | ShutdownSignalException e) {
      throw new QueueFault(AmqpFaults.words(e));
    }
  }

  @Override
  public Wear wear(Instant now) {
    return wear.apply(now);
  }

  @Override
  public void close() {
    connection.abort(CLOSING_TIME);
  }

  private final class Consumer extends DefaultConsumer {
    Consumer(Channel channel) {
      super(channel);
    }

    @Override
    public void handleDelivery(
        String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
      line.add(new Pulled(envelope.getDeliveryTag(), body));
    }

    @Override
    public void handleCancel(String tag) {
      cancelled = true;
    }
  }
}

package dk.borgermaaling.gateway.murder;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A TCP road on this machine that can be cut. Each connection goes to the first target that takes
 * it, beginning with another one each time.
 */
final class Wire implements Closeable {
  private static final int BUFFER = 16 * 1024;
  private static final long NO_LIMIT = Long.MAX_VALUE;

  private final List<Integer> targets;
  private final int port;
  private final AtomicInteger turn = new AtomicInteger();
  private final Set<Pair> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong bytesLeft = new AtomicLong(NO_LIMIT);
  private final Object change = new Object();
  private @Nullable ServerSocket listener;
  private boolean hung;
  private boolean closed;

  Wire(Integer... targets) {
    this.targets = List.of(targets);
    this.port = listen(0);
  }

  private record Pair(Socket near, Socket far) {
    /** As a reset: what was on its way is lost. */
    void tear() {
      for (Socket socket : List.of(near, far)) {
        try {
          socket.setSoLinger(true, 0);
          socket.close();
        } catch (IOException e) {
          // It is gone already.
        }
      }
    }
  }

  /** The near end. */
  int port() {
    return port;
  }

  /** Tears all connections and refuses new ones. */
  void refuse() {
    synchronized (change) {
      shut();
    }
    tearAll();
  }

  /** Keeps connections and takes new ones, and lets nothing through. */
  void hang() {
    synchronized (change) {
      hung = true;
    }
  }

  /** After so many bytes more, in both directions together, tears everything once. */
  void tearAfter(long bytes) {
    bytesLeft.set(bytes);
  }

  /** Everything is well again. */
  void mend() {
    bytesLeft.set(NO_LIMIT);
    synchronized (change) {
      hung = false;
      change.notifyAll();
      if (listener == null && !closed) {
        listen(port);
      }
    }
  }

  @Override
  public void close() {
    synchronized (change) {
      closed = true;
      hung = false;
      change.notifyAll();
      shut();
    }
    tearAll();
  }

  private void shut() {
    try {
      if (listener != null) {
        listener.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    listener = null;
  }

  private void tearAll() {
    open.forEach(Pair::tear);
    open.clear();
  }

  private int listen(int wanted) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 200);
      listener = socket;
      daemon(() -> take(socket));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        Socket near = from.accept();
        daemon(() -> connect(near));
      } catch (IOException e) {
        // Closed, or one connection less.
      }
    }
  }

  private void connect(Socket near) {
    try {
      Socket far = far();
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      Pair pair = new Pair(near, far);
      open.add(pair);
      daemon(() -> carry(pair, near, far));
      carry(pair, far, near);
    } catch (IOException e) {
      try {
        near.close();
      } catch (IOException again) {
        // It is gone already.
      }
    }
  }

  private Socket far() throws IOException {
    int first = turn.getAndIncrement();
    IOException last = new IOException("no target");
    for (int i = 0; i < targets.size(); i++) {
      int target = targets.get(Math.floorMod(first + i, targets.size()));
      try {
        return new Socket(InetAddress.getLoopbackAddress(), target);
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private void carry(Pair pair, Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        waitWhileHung();
        if (bytesLeft.get() != NO_LIMIT && bytesLeft.addAndGet(-n) < 0) {
          bytesLeft.set(NO_LIMIT);
          out.write(buffer, 0, n / 2);
          tearAll();
          return;
        }
        out.write(buffer, 0, n);
      }
      waitWhileHung();
    } catch (IOException e) {
      // The other side has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(pair);
    }
  }

  private void end(Pair pair) {
    open.remove(pair);
    try {
      pair.near().close();
      pair.far().close();
    } catch (IOException e) {
      // It is gone already.
    }
  }

  private void waitWhileHung() throws InterruptedException {
    synchronized (change) {
      while (hung) {
        change.wait();
      }
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }
}

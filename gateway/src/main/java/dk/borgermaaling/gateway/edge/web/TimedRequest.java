package dk.borgermaaling.gateway.edge.web;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A request whose body can be read until its time is over, and no byte of it later. */
final class TimedRequest extends HttpServletRequestWrapper {
  private final HttpServletResponse answer;
  private final Duration longest;
  private final LongSupplier nanoTime;
  private final long start;

  TimedRequest(
      HttpServletRequest request,
      HttpServletResponse answer,
      Duration longest,
      LongSupplier nanoTime) {
    super(request);
    this.answer = answer;
    this.longest = longest;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Body(super.getInputStream());
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private boolean isOver() {
    return nanoTime.getAsLong() - start >= longest.toNanos();
  }

  /** The connection still has the rest of the body before it, and serves no further request. */
  private ProblemException tooSlow() {
    answer.setHeader("Connection", "close");
    return Refusal.of(
        new Problem.Plain(
            ProblemType.TOO_SLOW, "A message takes at most " + longest.toSeconds() + " s"),
        "the body came too slowly");
  }

  private final class Body extends ServletInputStream {
    private final ServletInputStream body;

    Body(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      requireTime();
      int read;
      try {
        read = body.read(target, from, length);
      } catch (IOException e) {
        requireTime(); // the server's own time may have ended with ours
        throw e;
      }
      requireTime();
      return read;
    }

    private void requireTime() {
      if (isOver()) {
        throw tooSlow();
      }
    }

    @Override
    public int available() throws IOException {
      return body.available();
    }

    @Override
    public void close() throws IOException {
      body.close();
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}

package dk.borgermaaling.gateway.edge.callers;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** An answer that does not leave before it is whole, because its seal is over all of it. */
final class HeldAnswer extends HttpServletResponseWrapper {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final ServletOutputStream out = new Held(body);
  private final PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);

  HeldAnswer(HttpServletResponse response) {
    super(response);
  }

  /** Seals the answer and lets it go. */
  void send(AnswerSeal seal) throws IOException {
    writer.flush();
    byte[] bytes = body.toByteArray();
    seal.of(getStatus(), getContentType(), bytes).forEach(super::setHeader);
    super.setContentLength(bytes.length);
    super.getOutputStream().write(bytes);
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return out;
  }

  @Override
  public PrintWriter getWriter() {
    return writer;
  }

  @Override
  public void flushBuffer() {
    // it leaves whole or not at all
  }

  @Override
  public void setContentLength(int length) {
    // told when it leaves
  }

  @Override
  public void setContentLengthLong(long length) {
    // told when it leaves
  }

  @Override
  public void sendError(int status, String message) {
    sendError(status);
  }

  @Override
  public void sendError(int status) {
    body.reset();
    setStatus(status);
  }

  @Override
  public void resetBuffer() {
    body.reset();
  }

  private static final class Held extends ServletOutputStream {
    private final ByteArrayOutputStream body;

    Held(ByteArrayOutputStream body) {
      this.body = body;
    }

    @Override
    public void write(int b) {
      body.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      body.write(bytes, from, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      try {
        listener.onWritePossible();
      } catch (IOException e) {
        listener.onError(e);
      }
    }
  }
}

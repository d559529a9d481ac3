package dk.borgermaaling.gateway.edge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The little of the servlet API that the filters touch. */
final class Servlets {
  private Servlets() {}

  static HttpServletRequest request(
      String path,
      int port,
      boolean secure,
      @Nullable X509Certificate certificate,
      byte[] body,
      long told) {
    HttpServletRequest nothing = proxy(HttpServletRequest.class, Map.of());
    ServletInputStream stream = new ReadRequest(nothing, body).getInputStream();
    return new HttpServletRequestWrapper(nothing) {
      @Override
      public String getServletPath() {
        return path;
      }

      @Override
      public @Nullable String getPathInfo() {
        return null;
      }

      @Override
      public int getLocalPort() {
        return port;
      }

      @Override
      public boolean isSecure() {
        return secure;
      }

      @Override
      public long getContentLengthLong() {
        return told;
      }

      @Override
      public @Nullable Object getAttribute(String name) {
        return certificate == null ? null : new X509Certificate[] {certificate};
      }

      @Override
      public ServletInputStream getInputStream() {
        return stream;
      }
    };
  }

  /** A posted form whose length was not told. */
  static HttpServletRequest form(String path, @Nullable String query, byte[] body) {
    return new HttpServletRequestWrapper(request(path, 9443, true, null, body, -1)) {
      @Override
      public String getContentType() {
        return "application/x-www-form-urlencoded; charset=UTF-8";
      }

      @Override
      public @Nullable String getQueryString() {
        return query;
      }
    };
  }

  /** What a filter has answered, or passed on. */
  static final class Answer {
    final Map<String, String> headers = new HashMap<>();
    final ByteArrayOutputStream written = new ByteArrayOutputStream();
    @Nullable String passedOn;
    int status = 200;

    HttpServletResponse response() {
      ServletOutputStream out =
          new ServletOutputStream() {
            @Override
            public void write(int b) {
              written.write(b);
            }

            @Override
            public boolean isReady() {
              return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
              throw new UnsupportedOperationException();
            }
          };
      return (HttpServletResponse)
          Proxy.newProxyInstance(
              Servlets.class.getClassLoader(),
              new Class<?>[] {HttpServletResponse.class},
              (self, method, arguments) -> {
                switch (method.getName()) {
                  case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                  case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                  case "setStatus" -> status = (Integer) arguments[0];
                  case "getStatus" -> {
                    return status;
                  }
                  case "getOutputStream" -> {
                    return out;
                  }
                  default -> {
                    // the rest changes nothing that a test looks at
                  }
                }
                return null;
              });
    }

    FilterChain chain() {
      return (request, response) -> {
        try {
          passedOn = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      };
    }

    String body() {
      return written.toString(StandardCharsets.UTF_8);
    }
  }

  private static <T> T proxy(Class<T> type, Map<String, Object> values) {
    return type.cast(
        Proxy.newProxyInstance(
            Servlets.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> values.get(method.getName())));
  }
}

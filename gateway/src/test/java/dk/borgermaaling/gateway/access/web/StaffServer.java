package dk.borgermaaling.gateway.access.web;

import com.sun.net.httpserver.HttpServer;
import dk.borgermaaling.gateway.access.Account;
import dk.borgermaaling.gateway.access.Accounts.NewAccount;
import dk.borgermaaling.gateway.access.AttemptLimit;
import dk.borgermaaling.gateway.access.LockOut;
import dk.borgermaaling.gateway.access.LogIn;
import dk.borgermaaling.gateway.access.SessionSettings;
import dk.borgermaaling.gateway.access.crypto.Pbkdf2Hashing;
import dk.borgermaaling.gateway.access.jpa.SqlAccounts;
import dk.borgermaaling.gateway.access.jpa.SqlSessionStore;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.audit.jpa.SqlAuditLog;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.web.Assets;
import dk.borgermaaling.gateway.web.AssetsResource;
import dk.borgermaaling.gateway.web.MenuContribution;
import dk.borgermaaling.gateway.web.Pages;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.GenericType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.hk2.api.ActiveDescriptor;
import org.glassfish.hk2.api.Context;
import org.glassfish.hk2.api.ServiceHandle;
import org.glassfish.jersey.inject.hk2.AbstractBinder;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * The pages of staff over real HTTP, with accounts in a real database, and a browser without script
 * that keeps its cookies. Everyone's password is {@link #PASSWORD}.
 */
public final class StaffServer implements AutoCloseable {
  public static final String PASSWORD = "korrekt hest batteri";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  public final Database database = Database.fresh();
  public final AuditLog audit = new SqlAuditLog(database.gateway());
  public final StaffPages pages;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new TreeMap<>();
  private final Clock clock;

  /** What a test adds to the log-in pages; called when the database is there. */
  public interface Resources {
    List<Object> of(StaffServer server);
  }

  public StaffServer(Clock clock, Resources resources) {
    this(clock, List.of(), resources);
  }

  /**
   * @param contributed pages in the menu that another module brings along
   */
  public StaffServer(Clock clock, List<MenuContribution> contributed, Resources resources) {
    this.clock = clock;
    Assets assets = Assets.load();
    pages = new StaffPages(new Pages(assets), contributed);
    Pbkdf2Hashing hashing = new Pbkdf2Hashing(1000);
    SqlAccounts accounts = new SqlAccounts(database.gateway());
    accounts.add(
        List.of(
            account("operator", Account.Role.OPERATOR, null, hashing),
            account("operator2", Account.Role.OPERATOR, null, hashing),
            account("reader-0461", Account.Role.READER, new MunicipalityCode("0461"), hashing),
            account(
                "employee-0461", Account.Role.EMPLOYEE, new MunicipalityCode("0461"), hashing)));
    LogIn logIn =
        new LogIn(
            accounts,
            new SqlSessionStore(database.gateway()),
            hashing,
            audit,
            database.transactions(),
            clock,
            new LockOut(5, Duration.ofMinutes(15)),
            new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(10)));
    ResourceConfig config = new ResourceConfig();
    config.register(new AssetsResource(assets));
    config.register(new LogInResource(logIn, new AttemptLimit(clock, 20), pages));
    config.register(new StartResource(pages));
    config.register(StaffGate.class);
    config.register(OperatorGate.class);
    config.register(ListUploadGate.class);
    resources.of(this).forEach(config::register);
    config.register(
        new AbstractBinder() {
          @Override
          protected void configure() {
            bind(logIn).to(LogIn.class);
            bind(pages).to(StaffPages.class);
            bind(audit).to(AuditLog.class);
            bind(clock).to(Clock.class);
            bind(servletRequest()).to(HttpServletRequest.class);
            bind(new MadeAnew()).to(new GenericType<Context<Dependent>>() {});
          }
        });
    server = JdkHttpServerFactory.createHttpServer(URI.create("http://localhost:0/"), config);
  }

  private static NewAccount account(
      String name, Account.Role role, @Nullable MunicipalityCode of, Pbkdf2Hashing hashing) {
    return new NewAccount(new Account(name, role, of), hashing.hash(PASSWORD.toCharArray()));
  }

  private static HttpServletRequest servletRequest() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            StaffServer.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                method.getName().equals("getRemoteAddr") ? "192.0.2.1" : null);
  }

  public Instant now() {
    return clock.instant();
  }

  public URI address(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(address(path)).GET());
  }

  public Document page(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " answered " + answer.statusCode());
    }
    return Jsoup.parse(answer.body());
  }

  public HttpResponse<String> post(String path, Map<String, String> fields) {
    return post(path, fields, "", List.of());
  }

  /** With a field that stands there several times. */
  public HttpResponse<String> post(
      String path, Map<String, String> fields, String repeated, List<String> values) {
    String form =
        Stream.concat(
                fields.entrySet().stream()
                    .map(field -> encode(field.getKey()) + "=" + encode(field.getValue())),
                values.stream().map(value -> encode(repeated) + "=" + encode(value)))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Posts a form with a file, as a browser does. */
  public HttpResponse<String> upload(
      String path, Map<String, String> fields, String fileName, byte[] file) {
    String boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            body.writeBytes(
                ("--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\""
                        + name
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** Fills the log-in form as a person would. */
  public HttpResponse<String> logIn(String userName, String password) {
    Document form = page("/login");
    Map<String, String> fields = new TreeMap<>();
    form.select("form input[type=hidden]")
        .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
    fields.put("user-name", userName);
    fields.put("password", password);
    return post("/login", fields);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    request.timeout(PATIENCE);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String cookie) {
    String[] parts = cookie.split(";", -1)[0].split("=", 2);
    if (parts[1].isEmpty()) {
      cookies.remove(parts[0]);
    } else {
      cookies.put(parts[0], parts[1]);
    }
  }

  /** What CDI does with {@link Dependent}, for Jersey's own injection. */
  @Singleton
  private static final class MadeAnew implements Context<Dependent> {
    @Override
    public Class<? extends Annotation> getScope() {
      return Dependent.class;
    }

    @Override
    public <U> U findOrCreate(ActiveDescriptor<U> descriptor, ServiceHandle<?> root) {
      return descriptor.create(root);
    }

    @Override
    public boolean containsKey(ActiveDescriptor<?> descriptor) {
      return false;
    }

    @Override
    public void destroyOne(ActiveDescriptor<?> descriptor) {}

    @Override
    public boolean supportsNullCreation() {
      return false;
    }

    @Override
    public boolean isActive() {
      return true;
    }

    @Override
    public void shutdown() {}
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package dk.borgermaaling.kmd.rest;

import static jakarta.json.Json.createArrayBuilder;
import static jakarta.json.Json.createObjectBuilder;
import static java.nio.charset.StandardCharsets.UTF_8;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Circuit;
import dk.borgermaaling.kmd.CitizenRow;
import dk.borgermaaling.kmd.Momentum;
import dk.borgermaaling.kmd.Span;
import dk.borgermaaling.kmd.TaskRow;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One municipality's Momentum over HTTP; fields as in docs/case-event-fields.md. */
public final class MomentumClient implements Momentum {
  private static final DateTimeFormatter FILTER_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
  private static final int UNAUTHORIZED = 401;

  /** More rows than a municipality has: Momentum says hasMore for ever. */
  private static final int MOST_ROWS = 2_000_000;

  private final MomentumConnection connection;
  private final int pageSize;
  private final Exchange exchange;
  private final AccessTokens tokens;

  public MomentumClient(
      MomentumConnection connection,
      HttpClient client,
      HttpSettings settings,
      Pause pause,
      Circuit circuit,
      Clock clock) {
    this.connection = connection;
    this.pageSize = connection.pageSize() == null ? settings.pageSize() : connection.pageSize();
    this.exchange =
        new Exchange(
            client, settings, pause, circuit, "Momentum " + connection.municipality().value());
    this.tokens = new AccessTokens(connection, exchange, clock);
  }

  @Override
  public void citizensIn(String targetGroupCode, Span starts, Consumer<List<CitizenRow>> page) {
    JsonArrayBuilder filters = createArrayBuilder().add(filter("targetGroupCode", targetGroupCode));
    if (starts.from() != null || starts.to() != null) {
      filters.add(
          filter("targetGroupStartDate", midnight(starts.from()), midnight(starts.to()), "false"));
    }
    pages("citizensearch", filters, starts.isDivisible(), Rows::citizen, page);
  }

  private static String midnight(@Nullable LocalDate day) {
    return day == null
        ? ""
        : FILTER_TIME.format(day.atStartOfDay(BusinessClock.DENMARK).toInstant());
  }

  @Override
  public void conversationsChanged(
      Instant from, @Nullable Instant to, Consumer<List<TaskRow>> page) {
    pages(
        "tasks/citizen",
        createArrayBuilder()
            .add(filter("type", "" + TaskRow.INTERVIEW, "" + TaskRow.APPOINTMENT))
            .add(filter("state", "" + TaskRow.COMPLETED, "" + TaskRow.CANCELLED))
            .add(
                filter(
                    "updatedAt",
                    FILTER_TIME.format(from),
                    to == null ? "" : FILTER_TIME.format(to),
                    "false")),
        Momentum.isDivisible(from, to),
        Rows::task,
        page);
  }

  @Override
  public Optional<String> cprOf(String citizenId) {
    HttpResponse<byte[]> response = call("citizens", "citizens/" + citizenId, null, false);
    if (response.statusCode() == 404) {
      return told(Optional.empty());
    }
    if (response.statusCode() != 200) {
      throw exchange.unexpected("citizens", "status " + response.statusCode());
    }
    JsonObject citizen = Json.object(response.body(), exchange, "citizens");
    return told(Optional.ofNullable(Json.text(citizen, "cpr")));
  }

  @Override
  public Optional<List<TaxonomyItem>> taxonomy(String code) {
    HttpResponse<byte[]> one =
        call(
            "taxonomies",
            "taxonomies/" + URLEncoder.encode(code, UTF_8).replace("+", "%20"),
            null,
            false);
    if (one.statusCode() == 200) {
      return told(
          Json.objects(one.body(), exchange, "taxonomies").stream().findFirst().map(Rows::items));
    }
    HttpResponse<byte[]> all = call("taxonomies", "taxonomies", null, false);
    if (all.statusCode() != 200) {
      throw exchange.unexpected("taxonomies", "status " + all.statusCode());
    }
    return told(
        Json.objects(all.body(), exchange, "taxonomies").stream()
            .filter(
                list ->
                    code.equals(Json.text(list, "code")) || code.equals(Json.text(list, "name")))
            .findFirst()
            .map(Rows::items));
  }

  private <T> T told(T what) {
    exchange.told();
    return what;
  }

  /** Pages are numbered from 0. The filters are used up. */
  private <T> void pages(
      String path,
      JsonArrayBuilder filters,
      boolean divisible,
      Function<JsonObject, T> reading,
      Consumer<List<T>> consumer) {
    var filterList = filters.build();
    byte[] last = {};
    long read = 0;
    for (int number = 0; (long) number * pageSize < MOST_ROWS; number++) {
      JsonObject body =
          createObjectBuilder()
              .add("filters", filterList)
              .add("søgeterm", "*")
              .add(
                  "paging",
                  createObjectBuilder().add("pageNumber", number).add("pageSize", pageSize))
              .build();
      HttpResponse<byte[]> response = call(path, path, body, divisible);
      if (response.statusCode() != 200) {
        throw exchange.unexpected(path, "status " + response.statusCode());
      }
      Json.Page<T> page = Json.page(response.body(), reading, exchange, path);
      Boolean more = page == null ? null : page.hasMore(read);
      if (page == null || more == null || (more && page.rows().isEmpty())) {
        throw exchange.unexpected(path, "a page without data, or without hasMore or a total");
      }
      if (more && Arrays.equals(last, response.body())) {
        throw exchange.unexpected(path, "the same page twice");
      }
      last = response.body();
      read += page.rows().size();
      exchange.told();
      consumer.accept(page.rows());
      if (!more) {
        return;
      }
    }
    throw exchange.unexpected(path, "more than " + MOST_ROWS + " rows");
  }

  /** A token that is not accepted is replaced once. */
  private HttpResponse<byte[]> call(
      String operation, String path, @Nullable JsonObject body, boolean divisible) {
    HttpResponse<byte[]> first = exchange.send(operation, () -> request(path, body), divisible);
    if (first.statusCode() != UNAUTHORIZED) {
      return first;
    }
    tokens.forget();
    return exchange.send(operation, () -> request(path, body), divisible);
  }

  private HttpRequest request(String path, @Nullable JsonObject body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(connection.baseUrl() + "/" + path))
            .header("Authorization", "Bearer " + tokens.bearer())
            .header("apikey", connection.apiKey())
            .header("Accept", "application/json")
            .header("Accept-Encoding", "identity");
    if (body != null) {
      request
          .header("Content-Type", "application/json; charset=utf-8")
          .POST(BodyPublishers.ofString(body.toString()));
    }
    return request.build();
  }

  private static JsonObject filter(String field, String... values) {
    return createObjectBuilder()
        .add("customFilter", "")
        .add("fieldName", field)
        .add("values", createArrayBuilder(List.of(values)))
        .build();
  }
}

package dk.borgermaaling.kmd.rest;

import static jakarta.json.Json.createArrayBuilder;
import static jakarta.json.Json.createObjectBuilder;

import dk.borgermaaling.kmd.CitizenRow;
import dk.borgermaaling.kmd.Momentum;
import dk.borgermaaling.kmd.TaskRow;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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

  /** More pages than a municipality has rows for: Momentum says hasMore for ever. */
  private static final int MOST_PAGES = 10_000;

  private final MomentumConnection connection;
  private final HttpSettings settings;
  private final Exchange exchange;
  private final AccessTokens tokens;

  public MomentumClient(
      MomentumConnection connection,
      HttpClient client,
      HttpSettings settings,
      Pause pause,
      Clock clock) {
    this.connection = connection;
    this.settings = settings;
    this.exchange =
        new Exchange(client, settings, pause, "Momentum " + connection.municipality().value());
    this.tokens = new AccessTokens(connection, exchange, clock);
  }

  @Override
  public void citizensIn(String targetGroupCode, Consumer<List<CitizenRow>> page) {
    pages(
        "citizensearch",
        createArrayBuilder().add(filter("targetGroupCode", targetGroupCode)),
        MomentumClient::citizen,
        page);
  }

  @Override
  public void conversationsChangedSince(Instant from, Consumer<List<TaskRow>> page) {
    pages(
        "tasks/citizen",
        createArrayBuilder()
            .add(filter("type", "" + TaskRow.INTERVIEW, "" + TaskRow.APPOINTMENT))
            .add(filter("state", "" + TaskRow.COMPLETED, "" + TaskRow.CANCELLED))
            .add(filter("updatedAt", FILTER_TIME.format(from), "", "false")),
        MomentumClient::task,
        page);
  }

  @Override
  public Optional<String> cprOf(String citizenId) {
    HttpResponse<byte[]> response = call("citizens", "citizens/" + citizenId, null);
    if (response.statusCode() == 404) {
      return Optional.empty();
    }
    if (response.statusCode() != 200) {
      throw exchange.unexpected("citizens", "status " + response.statusCode());
    }
    return Optional.ofNullable(
        Json.text(Json.object(response.body(), exchange, "citizens"), "cpr"));
  }

  /** Pages are numbered from 0. The filters are used up. */
  private <T> void pages(
      String path,
      JsonArrayBuilder filters,
      Function<JsonObject, T> reading,
      Consumer<List<T>> consumer) {
    var filterList = filters.build();
    for (int number = 0; number < MOST_PAGES; number++) {
      JsonObject body =
          createObjectBuilder()
              .add("filters", filterList)
              .add("søgeterm", "*")
              .add(
                  "paging",
                  createObjectBuilder()
                      .add("pageNumber", number)
                      .add("pageSize", settings.pageSize()))
              .build();
      HttpResponse<byte[]> response = call(path, path, body);
      if (response.statusCode() != 200) {
        throw exchange.unexpected(path, "status " + response.statusCode());
      }
      JsonObject answer = Json.object(response.body(), exchange, path);
      List<JsonObject> data = Json.objects(answer, "data");
      boolean more = Json.flag(answer, "hasMore");
      if (data == null || !answer.containsKey("hasMore") || (more && data.isEmpty())) {
        throw exchange.unexpected(path, "a page without data or hasMore");
      }
      consumer.accept(data.stream().map(reading).toList());
      if (!more) {
        return;
      }
    }
    throw exchange.unexpected(path, "more than " + MOST_PAGES + " pages");
  }

  /** A token that is not accepted is replaced once. */
  private HttpResponse<byte[]> call(String operation, String path, @Nullable JsonObject body) {
    HttpResponse<byte[]> first = exchange.send(operation, () -> request(path, body));
    if (first.statusCode() != UNAUTHORIZED) {
      return first;
    }
    tokens.forget();
    return exchange.send(operation, () -> request(path, body));
  }

  private HttpRequest request(String path, @Nullable JsonObject body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(connection.baseUrl() + "/" + path))
            .header("Authorization", "Bearer " + tokens.bearer())
            .header("apikey", connection.apiKey())
            .header("Accept", "application/json");
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

  private static CitizenRow citizen(JsonObject row) {
    String id = Json.text(row, "citizenId");
    return new CitizenRow(
        id == null ? Json.text(row, "id") : id,
        Json.text(row, "cpr"),
        Json.text(row, "targetGroupCode"),
        Json.text(row, "targetGroupStartDate"));
  }

  private static TaskRow task(JsonObject row) {
    JsonObject reference = Json.child(row, "reference");
    int interviewType = Json.number(row, "interviewTypeIdentifier", 0);
    return new TaskRow(
        Json.text(row, "id"),
        Json.number(row, "type", -1),
        Json.number(row, "state", -1),
        Json.text(row, "heldAt"),
        Json.text(row, "updatedAt"),
        Json.text(reference, "id"),
        Json.text(reference, "type"),
        interviewType == 0 ? null : interviewType,
        Json.text(row, "form"));
  }
}

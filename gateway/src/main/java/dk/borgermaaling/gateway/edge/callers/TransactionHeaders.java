package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * KOMBIT's convention for REST: {@code x-TransaktionsId} and {@code x-TransaktionsTid} come with
 * every call, {@code x-RequestId} may, and the answer has them again unchanged.
 */
record TransactionHeaders(String id, String time, @Nullable String requestId) {
  private static final String ID = "x-TransaktionsId";
  private static final String TIME = "x-TransaktionsTid";
  private static final String REQUEST_ID = "x-RequestId";
  private static final String UUID_4 =
      "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-4[0-9A-Fa-f]{3}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}";
  private static final Pattern IDS = Pattern.compile(UUID_4 + "(\\.[0-9]{1,9}){0,20}");
  private static final Pattern REQUEST_IDS = Pattern.compile(UUID_4);
  private static final int LONGEST_TIME = 40;

  /** Those of the request; a call without them, or with others, is malformed. */
  static TransactionHeaders of(HttpServletRequest request) {
    String id = only(request, ID);
    if (id == null || !IDS.matcher(id).matches()) {
      throw malformed(ID, "a UUID of version 4, perhaps with numbers after dots");
    }
    String time = only(request, TIME);
    if (time == null || !isTime(time)) {
      throw malformed(TIME, "a time with its offset, as in 2026-11-26T09:00:00Z");
    }
    String requestId = only(request, REQUEST_ID);
    if (requestId != null && !REQUEST_IDS.matcher(requestId).matches()) {
      throw malformed(REQUEST_ID, "a UUID of version 4");
    }
    return new TransactionHeaders(id, time, requestId);
  }

  void answer(HttpServletResponse response) {
    response.setHeader(ID, id);
    response.setHeader(TIME, time);
    if (requestId != null) {
      response.setHeader(REQUEST_ID, requestId);
    }
  }

  private static boolean isTime(String text) {
    if (text.length() > LONGEST_TIME) {
      return false;
    }
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static @Nullable String only(HttpServletRequest request, String name) {
    List<String> values = Collections.list(request.getHeaders(name));
    if (values.size() > 1) {
      throw malformed(name, "there once");
    }
    return values.isEmpty() ? null : values.get(0);
  }

  private static ProblemException malformed(String header, String expected) {
    return Refusal.of(new Problem.Malformed(header, expected), "a transaction header");
  }
}

package dk.borgermaaling.benchmarks;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A request that only has to be sent.
 *
 * @param answered whether an answer is the one that counts: right status, and good news of each
 *     event in it
 */
record Call(HttpRequest request, Predicate<HttpResponse<String>> answered) {

  /**
   * Good news of exactly these events.
   *
   * @param outcome comes once for each event
   */
  static Predicate<HttpResponse<String>> of(int status, List<String> eventIds, Pattern outcome) {
    return answer ->
        answer.statusCode() == status
            && eventIds.stream().allMatch(answer.body()::contains)
            && outcome.matcher(answer.body()).results().count() == eventIds.size();
  }
}

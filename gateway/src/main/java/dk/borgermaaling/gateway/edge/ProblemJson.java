package dk.borgermaaling.gateway.edge;

/** Problem details for HTTP (RFC 9457) of an incident. */
public final class ProblemJson {
  public static final String MEDIA_TYPE = "application/problem+json";

  private ProblemJson() {}

  public static String of(Incident incident) {
    var problem = incident.problem();
    return "{\"type\":"
        + quoted(problem.type().uri())
        + ",\"title\":"
        + quoted(problem.type().title())
        + ",\"status\":"
        + problem.type().status()
        + ",\"detail\":"
        + quoted(problem.publicDetail())
        + ",\"instance\":"
        + quoted(incident.instance())
        + "}";
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}

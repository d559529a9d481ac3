package dk.borgermaaling.simulators;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the simulators are told at start-up, read from a properties file.
 *
 * @param port 0 takes a free port
 * @param stateDir folder of the journals; kept over restarts
 * @param certificatesDir folder as {@code CertificateMaker} fills it
 * @param gatewayUrl the gateway without client certificate, no trailing slash
 * @param gatewayMtlsUrl the gateway with mutual TLS, no trailing slash
 * @param seed decides everything that looks like chance
 * @param people number of made-up citizens
 * @param realAnchor real instant at which business time shows {@code businessAnchor}
 * @param speed business seconds in a real second
 * @param story whether the story plays by itself
 * @param receiptDelay real time from a message's acceptance to its first receipt
 * @param answerDelay longest real time from a message in the mailbox to the citizen opening it
 * @param citizens whether simulated citizens act on their mail
 * @param strictContentType whether the STS refuses an {@code action} parameter in the content type
 * @param caseSystems the keys that start with {@code story.}, {@code momentum.}, {@code fasit.},
 *     {@code caller.} or {@code pull.}
 */
public record SimulatorSettings(
    int port,
    Path stateDir,
    Path certificatesDir,
    URI gatewayUrl,
    URI gatewayMtlsUrl,
    long seed,
    int people,
    Instant realAnchor,
    Instant businessAnchor,
    double speed,
    boolean story,
    Duration receiptDelay,
    Duration answerDelay,
    boolean citizens,
    boolean strictContentType,
    Map<String, String> caseSystems) {

  private static final Pattern CASE_SYSTEM =
      Pattern.compile("(story|momentum|fasit|caller|pull)\\..+");

  public SimulatorSettings {
    caseSystems = Map.copyOf(caseSystems);
    if (port < 0 || port > 65_535 || people < 0 || !(speed > 0)) {
      throw new IllegalArgumentException("port, people or clock.speed is out of range");
    }
  }

  /** Reads the file; a missing key without a default is refused by name. */
  public static SimulatorSettings read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return from(properties);
  }

  static SimulatorSettings from(Properties all) {
    return new SimulatorSettings(
        Integer.parseInt(all.getProperty("port", "9543")),
        Path.of(required(all, "state-dir")),
        Path.of(required(all, "certificates-dir")),
        address(all.getProperty("gateway-url", "https://localhost:9443")),
        address(all.getProperty("gateway-mtls-url", "https://localhost:9444")),
        Long.parseLong(all.getProperty("seed", "20261123")),
        Integer.parseInt(all.getProperty("people", "1500")),
        Instant.parse(required(all, "clock.real-anchor")),
        Instant.parse(required(all, "clock.business-anchor")),
        Double.parseDouble(all.getProperty("clock.speed", "1")),
        Boolean.parseBoolean(all.getProperty("story", "true")),
        Duration.parse(all.getProperty("receipt-delay", "PT0.5S")),
        Duration.parse(all.getProperty("answer-delay", "PT4S")),
        Boolean.parseBoolean(all.getProperty("citizens", "true")),
        Boolean.parseBoolean(all.getProperty("strict-content-type", "true")),
        all.stringPropertyNames().stream()
            .filter(CASE_SYSTEM.asMatchPredicate())
            .collect(Collectors.toMap(key -> key, all::getProperty)));
  }

  private static URI address(String text) {
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  private static String required(Properties all, String key) {
    @Nullable String value = all.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the settings lack " + key);
    }
    return value;
  }
}

package dk.borgermaaling.gateway.municipality;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A municipality's agreement to take part (serviceaftale); Danish civil dates.
 *
 * @param validTo first day without it, exclusive; absent while it runs
 * @param quarantineAcross whether the municipality instructs us to count invitations of others in
 *     quarantine
 */
public record ServiceAgreement(
    MunicipalityCode municipality,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    boolean quarantineAcross) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\.\\.(\\d{4}-\\d{2}-\\d{2})?)?(\\s+across)?");

  /**
   * Reads lines such as {@code 0461 = 2026-01-01} or {@code 0740 = 2026-01-01..2028-01-01 across}.
   *
   * @throws IllegalArgumentException when a line is neither
   */
  public static List<ServiceAgreement> from(Properties lines) {
    return lines.stringPropertyNames().stream()
        .sorted()
        .map(code -> from(new MunicipalityCode(code), lines.getProperty(code).trim()))
        .toList();
  }

  private static ServiceAgreement from(MunicipalityCode code, String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "the agreement of " + code + " must look like 2026-01-01..2028-01-01 across");
    }
    String to = matcher.group(2);
    return new ServiceAgreement(
        code,
        LocalDate.parse(matcher.group(1)),
        to == null ? null : LocalDate.parse(to),
        matcher.group(3) != null);
  }
}

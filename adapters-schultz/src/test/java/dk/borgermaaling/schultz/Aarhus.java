package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A tenant with a small table of target groups. */
public final class Aarhus {
  public static final UUID ACTIVITY_READY = UUID.fromString("a65c6a8e-1b27-e111-9ada-005056a823a6");
  public static final UUID SICKNESS = UUID.fromString("b05c6a8e-1b27-e111-9ada-005056a823a6");
  public static final String THUMBPRINT = "ab".repeat(32);
  public static final Tenant TENANT =
      new Tenant("aarhus", new MunicipalityCode("0751"), Set.of(THUMBPRINT));

  private Aarhus() {}

  /** Aktivitetsparate change their code on 1 July 2026. */
  public static FasitTargetGroups targetGroups() {
    return new Table(
        new ArrayList<>(
            List.of(
                row(ACTIVITY_READY, "6.3", "2020-01-01", "2026-07-01"),
                row(ACTIVITY_READY, "6.5", "2026-07-01", "2027-01-01"),
                row(SICKNESS, "6.6", "2020-01-01", "2099-01-01"))));
  }

  private static FasitTargetGroups.Row row(UUID id, String code, String from, String to) {
    return new FasitTargetGroups.Row(id, "LAB6", code, LocalDate.parse(from), LocalDate.parse(to));
  }

  private record Table(List<FasitTargetGroups.Row> rows) implements FasitTargetGroups {
    @Override
    public FasitTargetGroups.Table of(String tenant) {
      return new FasitTargetGroups.Table(tenant.equals("aarhus") ? rows : List.of());
    }

    @Override
    public void fill(String tenant, List<Row> filled) {
      rows.addAll(filled);
    }
  }
}

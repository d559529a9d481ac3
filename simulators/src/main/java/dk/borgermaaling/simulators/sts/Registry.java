package dk.borgermaaling.simulators.sts;

import dk.borgermaaling.simulators.certificates.KeyFile;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the administration module knows: systems (anvendersystemer) by the thumbprint of their
 * certificate, services by entity id, approved agreements, and which system may act for which.
 * Entity ids are compared letter by letter. A system is unknown until its first agreement.
 */
public final class Registry {
  public static final String SEND = "http://entityid.kombit.dk/service/kombipostafsend/1";
  public static final String LOOK_UP = "http://entityid.kombit.dk/service/postforespoerg/1";
  public static final String PULL = "http://entityid.kombit.dk/service/bfo_modtag/2";
  public static final String CASE_EVENT = "http://borgermaaling.dk/service/case-event/1";
  public static final String REGISTER_CASE_EVENTS =
      "http://borgermaaling.dk/roles/servicesystemrole/register-case-events/1";

  public static final String READ_CASE_EVENT_STATUS =
      "http://borgermaaling.dk/roles/servicesystemrole/read-case-event-status/1";

  public static final String SURVEY = "http://borgermaaling.dk/service/survey/1";
  public static final List<String> SURVEY_ROLES =
      List.of(
          "http://borgermaaling.dk/roles/servicesystemrole/read-survey-status/1",
          "http://borgermaaling.dk/roles/servicesystemrole/register-opt-outs/1",
          "http://borgermaaling.dk/roles/servicesystemrole/read-survey-figures/1");

  /** CVR numbers of Odense, Tårnby, Aarhus and Silkeborg. */
  private static final List<String> MUNICIPALITIES =
      List.of("35209115", "20310413", "55133018", "29189641");

  private static final String SILKEBORG = "29189641";

  private final Map<String, String> systems;
  private final Set<String> services = new HashSet<>();
  private final List<Agreement> agreements;
  private final Map<String, Set<String>> proxies;

  /**
   * @param systems thumbprint to system
   * @param proxies system to those that it may act for
   */
  public Registry(
      Map<String, String> systems, List<Agreement> agreements, Map<String, Set<String>> proxies) {
    this.systems = Map.copyOf(systems);
    this.agreements = List.copyOf(agreements);
    this.proxies = Map.copyOf(proxies);
    agreements.forEach(agreement -> services.add(agreement.entityId()));
  }

  /**
   * The demonstration: the gateway sends for four municipalities, a caller reports for one. So does
   * one whose certificate its authority has revoked: the token service has not noticed yet. The
   * gateway may act for the caller.
   */
  public static Registry demonstration(Function<String, KeyFile> keys) {
    List<Agreement> agreements = new ArrayList<>();
    for (String cvr : MUNICIPALITIES) {
      agreements.add(new Agreement("gateway", SEND, cvr, List.of()));
      agreements.add(new Agreement("gateway", LOOK_UP, cvr, List.of()));
      agreements.add(new Agreement("gateway", PULL, cvr, List.of()));
    }
    for (String system : List.of("caller", "revoked")) {
      agreements.add(
          new Agreement(
              system,
              CASE_EVENT,
              SILKEBORG,
              List.of(REGISTER_CASE_EVENTS, READ_CASE_EVENT_STATUS)));
    }
    agreements.add(new Agreement("caller", SURVEY, SILKEBORG, SURVEY_ROLES));
    Map<String, String> systems = new HashMap<>();
    for (String system : List.of("gateway", "caller", "revoked")) {
      systems.put(Thumbprint.of(keys.apply(system).certificate()), system);
    }
    return new Registry(systems, agreements, Map.of("gateway", Set.of("caller")));
  }

  public Optional<String> system(X509Certificate certificate) {
    return system(Thumbprint.of(certificate));
  }

  /** The system whose certificate has this thumbprint. */
  public Optional<String> system(String thumbprint) {
    @Nullable String system = systems.get(thumbprint);
    return Optional.ofNullable(system);
  }

  /** What a system is known by in OAuth, besides its certificate. */
  public static String clientId(String system) {
    return "http://borgermaaling.dk/system/" + system + "/1";
  }

  public boolean mayActFor(String system, String other) {
    return proxies.getOrDefault(system, Set.of()).contains(other);
  }

  public boolean knowsService(String entityId) {
    return services.contains(entityId);
  }

  public Optional<Agreement> agreement(String system, String entityId, String cvr) {
    return agreements.stream()
        .filter(
            agreement ->
                agreement.system().equals(system)
                    && agreement.entityId().equals(entityId)
                    && agreement.cvr().equals(cvr))
        .findFirst();
  }
}

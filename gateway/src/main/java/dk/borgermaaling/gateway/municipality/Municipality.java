package dk.borgermaaling.gateway.municipality;

import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;

/**
 * A municipality (kommune) as it is on one day.
 *
 * @param name as people say it, for example Odense
 * @param authorityName the legal name, for example Odense Kommune or Bornholms Regionskommune
 * @param participates whether a service agreement (serviceaftale) is in force on that day
 * @param quarantineAcrossMunicipalities whether its agreement instructs that invitations of others
 *     count in quarantine
 */
public record Municipality(
    MunicipalityCode code,
    String name,
    String authorityName,
    Cvr cvr,
    boolean participates,
    boolean quarantineAcrossMunicipalities) {}

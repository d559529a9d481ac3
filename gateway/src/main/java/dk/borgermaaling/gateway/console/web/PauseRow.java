package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.Channels;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.Pause;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A pause in the list. */
public record PauseRow(
    String id,
    String place,
    String round,
    String channel,
    String cause,
    String reason,
    String by,
    String at) {
  private static final Map<String, String> CAUSES =
      Map.of(
          "PERSON", "En i driften",
          "AGREEMENT", "Systemet: serviceaftalen blev afvist",
          "CONFIGURATION", "Systemet: opsætning eller certifikat blev afvist",
          "OTHER", "Systemet");

  static PauseRow of(Pause pause, Places places, Map<UUID, String> rounds) {
    MunicipalityCode municipality = pause.scope().municipality();
    UUID round = pause.scope().round();
    Channel channel = pause.scope().channel();
    String by = pause.by();
    return new PauseRow(
        pause.id().toString(),
        municipality == null ? "Alle" : places.name(municipality.value()),
        round == null ? "Alle" : rounds.getOrDefault(round, round.toString()),
        channel == null ? "Alle" : Channels.shown(List.of(channel)),
        CAUSES.getOrDefault(pause.cause(), pause.cause()),
        pause.reason(),
        by == null ? "" : by,
        DanishFigures.time(pause.at()));
  }
}

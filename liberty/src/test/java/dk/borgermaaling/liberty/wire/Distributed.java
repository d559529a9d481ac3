package dk.borgermaaling.liberty.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * A message (Haendelsesbesked) as Beskedfordeler pushes it, around a payload.
 *
 * @param id BeskedId, the same for every delivery
 * @param cvr of the authority that it is about and that may have it
 */
record Distributed(UUID id, String cvr, String payload) {
  static Distributed of(String cvr, String payload) {
    return new Distributed(UUID.randomUUID(), cvr, payload);
  }

  /** Without an XML declaration. */
  String xml() {
    return """
        <sts:ModtagBeskedInput xmlns="urn:oio:sagdok:3.0.0" xmlns:k="urn:oio:besked:kuvert:1.0" \
        xmlns:sts="urn:oio:sts:1.0.0"><k:Haendelsesbesked>\
        <k:BeskedId><UUIDIdentifikator>%1$s</UUIDIdentifikator></k:BeskedId>\
        <k:BeskedVersion>1.0</k:BeskedVersion><k:Beskedkuvert><k:Filtreringsdata>\
        <k:TilladtModtager><URNIdentifikator>urn:oio:cvr-nr:%2$s</URNIdentifikator>\
        </k:TilladtModtager><k:ObjektRegistrering><k:ObjektAnsvarligMyndighed>\
        <URNIdentifikator>urn:oio:cvr-nr:%2$s</URNIdentifikator></k:ObjektAnsvarligMyndighed>\
        </k:ObjektRegistrering></k:Filtreringsdata></k:Beskedkuvert><k:Beskeddata>\
        <Base64 xmlns="urn:besked:kuvert:1.0" content-type="application/xml" encoding="UTF-8" \
        file-type=".xml">%3$s</Base64></k:Beskeddata></k:Haendelsesbesked></sts:ModtagBeskedInput>"""
        .formatted(
            id, cvr, Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8)));
  }
}

package dk.borgermaaling.simulators.fasit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.simulators.casesystems.Receipts;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.Town;
import dk.borgermaaling.simulators.world.World;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

class FasitXmlTest {
  private final List<StoryEvent> events =
      World.of(20261123, 1500, LocalDate.of(2026, 11, 23)).story().events(Town.Source.FASIT);

  @Test
  void the_whole_story_keeps_to_the_contract() throws Exception {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(
                Objects.requireNonNull(
                    getClass().getResource("/wsdl/borgermaaling/fasit/1/fasit-events.xsd")));
    for (int from = 0; from < events.size(); from += 500) {
      List<StoryEvent> batch = events.subList(from, Math.min(from + 500, events.size()));
      String xml = FasitXml.write("aarhus", batch);
      schema.newValidator().validate(new StreamSource(new StringReader(xml)));
      assertThat(xml.split("<eventId>", -1)).hasSize(batch.size() + 1);
    }
  }

  @Test
  void every_code_of_the_story_has_its_own_id_and_the_unknown_one_is_in_no_table() {
    Map<String, java.util.UUID> ids = FasitTargetGroupIds.BY_CODE;
    assertThat(ids.values()).doesNotHaveDuplicates().doesNotContain(FasitTargetGroupIds.UNKNOWN);
    assertThat(FasitXml.write("aarhus", events)).contains(FasitTargetGroupIds.UNKNOWN.toString());
  }

  @Test
  void receipts_are_counted_and_must_be_those_of_the_events() throws Exception {
    List<StoryEvent> two = events.subList(0, 2);
    String id0 = two.get(0).eventId().toString();
    String id1 = two.get(1).eventId().toString();
    assertThat(FasitReceipts.read(receipts(id0, "STORED", id1, "REJECTED"), two))
        .isEqualTo(new Receipts(1, 0, 1));
    assertThatThrownBy(() -> FasitReceipts.read(receipts(id1, "STORED", id0, "STORED"), two))
        .hasMessageContaining("not those");
    assertThatThrownBy(() -> FasitReceipts.read("<html/>", two)).hasMessageContaining("receipts");
  }

  private static String receipts(String... idsAndResults) {
    StringBuilder xml = new StringBuilder("<receipts xmlns='" + FasitXml.NAMESPACE + "'>");
    for (int i = 0; i < idsAndResults.length; i += 2) {
      xml.append(
          "<receipt><eventId>%s</eventId><result>%s</result></receipt>"
              .formatted(idsAndResults[i], idsAndResults[i + 1]));
    }
    return xml.append("</receipts>").toString();
  }
}

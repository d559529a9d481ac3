package dk.borgermaaling.schultz.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.schultz.FasitField;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What comes is checked by a table of ours, what is published is the schema: one contract. */
class ContractTest {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema";
  private static Document schema = empty();

  @BeforeAll
  static void read() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    schema =
        factory
            .newDocumentBuilder()
            .parse(
                Objects.requireNonNull(
                        FasitXml.class.getResource("/wsdl/borgermaaling/fasit/1/fasit-events.xsd"))
                    .toString());
  }

  @Test
  void the_fields_are_the_schemas_in_its_order() {
    List<Element> elements = elements();

    assertThat(elements.stream().map(element -> element.getAttribute("name")))
        .containsExactlyElementsOf(
            Arrays.stream(FasitField.values()).map(FasitField::fieldName).toList());
    assertThat(elements.stream().map(element -> element.getAttribute("minOccurs").isEmpty()))
        .containsExactlyElementsOf(
            Arrays.stream(FasitField.values()).map(FasitField::isRequired).toList());
  }

  @ParameterizedTest
  @EnumSource(
      value = FasitField.class,
      names = {"CHANGE_TYPE", "TYPE", "INTERVIEW_FORM", "RESPONSIBLE_ACTOR"})
  void the_words_are_the_schemas(FasitField field) {
    Element element =
        elements().stream()
            .filter(one -> one.getAttribute("name").equals(field.fieldName()))
            .findFirst()
            .orElseThrow();
    String type = element.getAttribute("type").replace("tns:", "");
    List<String> words =
        all(schema, "simpleType").stream()
            .filter(simple -> simple.getAttribute("name").equals(type))
            .flatMap(
                simple -> {
                  NodeList found = simple.getElementsByTagNameNS(XSD, "enumeration");
                  return IntStream.range(0, found.getLength())
                      .mapToObj(i -> ((Element) found.item(i)).getAttribute("value"));
                })
            .toList();

    assertThat(new TreeSet<>(List.of(field.form().split("\\|", -1))))
        .isEqualTo(new TreeSet<>(words));
  }

  private static List<Element> elements() {
    Element event =
        all(schema, "complexType").stream()
            .filter(type -> type.getAttribute("name").equals("Event"))
            .findFirst()
            .orElseThrow();
    NodeList found = event.getElementsByTagNameNS(XSD, "element");
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static List<Element> all(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS(XSD, name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static Document empty() {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dk.borgermaaling.gateway.edge.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dk.borgermaaling.gateway.edge.json.StrictJson;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The description is written by hand; here it is held against the code. */
class OpenApiTest {
  private static final JsonObject DOCUMENT =
      StrictJson.read(new DescriptionResource().description()).asJsonObject();

  @Test
  void every_operation_is_described_and_no_other() {
    Set<String> described = new TreeSet<>();
    DOCUMENT
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject().keySet().stream()
                    .filter(name -> !name.equals("parameters"))
                    .forEach(method -> described.add(method + " " + path)));
    assertThat(offered()).isEqualTo(described).isNotEmpty();
  }

  @Test
  void every_reference_leads_somewhere_and_every_component_is_used() {
    Set<String> referred = new HashSet<>();
    walk(
        DOCUMENT,
        object -> {
          if (object.get("$ref") instanceof JsonString reference) {
            referred.add(reference.getString());
          }
        });
    assertThat(referred).allSatisfy(OpenApiTest::assertLeadsSomewhere);
    for (String kind : Set.of("schemas", "parameters", "responses")) {
      DOCUMENT
          .getJsonObject("components")
          .getJsonObject(kind)
          .keySet()
          .forEach(name -> assertThat(referred).contains("#/components/" + kind + "/" + name));
    }
  }

  @Test
  void every_operation_has_a_name_and_a_problem() {
    Set<String> names = new HashSet<>();
    walk(
        DOCUMENT.getJsonObject("paths"),
        object -> {
          if (object.containsKey("responses")) {
            assertThat(names.add(object.getString("operationId"))).isTrue();
            assertThat(object.getJsonObject("responses").keySet()).contains("401", "default");
          }
        });
    assertThat(names).isNotEmpty();
  }

  private static void assertLeadsSomewhere(String reference) {
    assertThat(reference).startsWith("#/");
    try {
      assertThat(Json.createPointer(reference.substring(1)).getValue(DOCUMENT)).isNotNull();
    } catch (JsonException e) {
      throw new AssertionError(reference, e);
    }
  }

  private static Set<String> offered() {
    Set<String> offered = new TreeSet<>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dk.borgermaaling.gateway")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(type -> type.reflect())
            .filter(type -> path(type.getAnnotation(Path.class)).startsWith("/rest/"))
            .filter(type -> type != DescriptionResource.class)
            .forEach(
                type -> Arrays.stream(type.getDeclaredMethods()).forEach(m -> add(m, offered)));
    return offered;
  }

  private static void add(Method method, Set<String> offered) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (http != null) {
        String root = path(method.getDeclaringClass().getAnnotation(Path.class));
        Path below = method.getAnnotation(Path.class);
        offered.add(
            http.value().toLowerCase(Locale.ROOT)
                + " "
                + root
                + (below == null ? "" : "/" + below.value()));
      }
    }
  }

  private static String path(Path path) {
    return path.value();
  }

  private static void walk(JsonValue value, Consumer<JsonObject> visit) {
    if (value instanceof JsonObject object) {
      visit.accept(object);
      object.values().forEach(child -> walk(child, visit));
    } else if (value instanceof JsonArray array) {
      array.forEach(child -> walk(child, visit));
    }
  }
}

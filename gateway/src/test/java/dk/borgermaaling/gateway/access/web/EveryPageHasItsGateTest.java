package dk.borgermaaling.gateway.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EveryPageHasItsGateTest {
  /** Open on purpose: citizens have a link, systems a certificate, and the rest nothing to hide. */
  private static final Set<String> OPEN_FEATURES =
      Set.of(
          "response",
          "notification",
          "web",
          "access",
          "edge",
          "caseevent",
          "enquiry",
          "beskedfordeler");

  @Test
  void a_page_of_staff_cannot_be_reached_without_a_log_in() {
    Set<String> open = new TreeSet<>();
    for (JavaClass resource : resources()) {
      if (!resource.isAnnotatedWith(StaffOnly.class)
          && !OPEN_FEATURES.contains(feature(resource))) {
        open.add(resource.getName());
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void every_page_of_the_console_is_for_operators_alone() {
    List<JavaClass> console =
        resources().stream().filter(type -> feature(type).equals("console")).toList();
    assertThat(console).isNotEmpty();
    assertThat(console).allMatch(type -> type.isAnnotatedWith(OperatorsOnly.class));
  }

  @Test
  void every_page_of_lists_is_for_those_who_may_upload() {
    List<JavaClass> lists =
        resources().stream().filter(type -> feature(type).equals("caselist")).toList();
    assertThat(lists).isNotEmpty();
    assertThat(lists)
        .allMatch(type -> type.isAnnotatedWith(StaffOnly.class))
        .allMatch(type -> type.isAnnotatedWith(ListUploadersOnly.class));
  }

  @Test
  void every_page_of_opt_outs_is_for_those_who_may_exclude() {
    List<JavaClass> pages =
        resources().stream()
            .filter(type -> type.getPackageName().endsWith(".enquiry.web"))
            .toList();
    assertThat(pages).isNotEmpty();
    assertThat(pages)
        .allMatch(type -> type.isAnnotatedWith(StaffOnly.class))
        .allMatch(type -> type.isAnnotatedWith(ListUploadersOnly.class));
  }

  private static List<JavaClass> resources() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dk.borgermaaling.gateway")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .toList();
  }

  private static String feature(JavaClass type) {
    return type.getPackageName()
        .substring("dk.borgermaaling.gateway.".length())
        .split("\\.", -1)[0];
  }
}

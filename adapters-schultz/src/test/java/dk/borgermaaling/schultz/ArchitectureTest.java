package dk.borgermaaling.schultz;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import jakarta.ws.rs.Path;
import java.time.Instant;

@AnalyzeClasses(
    packages = "dk.borgermaaling.schultz",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] EDGES = {
    "dk.borgermaaling.schultz.rest..",
    "dk.borgermaaling.schultz.jpa..",
    "dk.borgermaaling.schultz.jte..",
    "dk.borgermaaling.schultz.tasks..",
    "dk.borgermaaling.schultz.web..",
    "dk.borgermaaling.schultz.wiring..",
    "dk.borgermaaling.schultz.xml.."
  };

  @ArchTest
  static final ArchRule the_translation_is_plain_java_on_the_gateways_ports =
      classes()
          .that()
          .resideOutsideOfPackages(EDGES)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "dk.borgermaaling.schultz",
              "dk.borgermaaling.schultz.file",
              "dk.borgermaaling.gateway.kernel",
              "dk.borgermaaling.gateway.caseevent");

  @ArchTest
  static final ArchRule the_gateways_edges_are_not_used =
      noClasses()
          .that()
          .resideOutsideOfPackage("..wiring..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dk.borgermaaling.gateway.*.jpa..",
              "dk.borgermaaling.gateway.*.soap..",
              "dk.borgermaaling.gateway.*.rest..",
              "dk.borgermaaling.gateway.*.tasks..",
              "dk.borgermaaling.gateway.*.wiring..");

  /** The gateway's own test of its pages does not see these. */
  @ArchTest
  static final ArchRule every_page_is_for_operators_alone =
      classes()
          .that()
          .resideInAPackage("..web..")
          .and()
          .areAnnotatedWith(Path.class)
          .should()
          .beAnnotatedWith(StaffOnly.class)
          .andShould()
          .beAnnotatedWith(OperatorsOnly.class);

  @ArchTest
  static final ArchRule what_happened_is_told_by_a_clock =
      noClasses().should().callMethod(Instant.class, "now");
}

package dk.borgermaaling.kmd;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dk.borgermaaling.kmd",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] EDGES = {
    "dk.borgermaaling.kmd.rest..", "dk.borgermaaling.kmd.tasks..", "dk.borgermaaling.kmd.wiring.."
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
              "dk.borgermaaling.kmd",
              "dk.borgermaaling.gateway.kernel",
              "dk.borgermaaling.gateway.caseevent",
              "dk.borgermaaling.gateway.citizen",
              "dk.borgermaaling.gateway.municipality");

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
              "dk.borgermaaling.gateway.*.wiring..",
              "dk.borgermaaling.gateway.edge..");
}

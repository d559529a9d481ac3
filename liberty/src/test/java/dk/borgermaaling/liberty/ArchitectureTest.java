package dk.borgermaaling.liberty;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Rules over several modules, which only the deployable sees together. What holds inside one module
 * is checked there, by its own test of this name.
 */
@AnalyzeClasses(
    packages = {
      "dk.borgermaaling.contract",
      "dk.borgermaaling.gateway",
      "dk.borgermaaling.kmd",
      "dk.borgermaaling.schultz",
      "dk.borgermaaling.simulators"
    },
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
  /** What other modules lend to tests comes as a jar once they are packaged. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String[] VENDORS = {"dk.borgermaaling.kmd..", "dk.borgermaaling.schultz.."};

  /** Pages, their templates as the build makes them into classes, and what puts them together. */
  private static final String[] PAGES = {
    "dk.borgermaaling.*.web..", "dk.borgermaaling.*.jte..", "dk.borgermaaling.*.wiring.."
  };

  @ArchTest
  static final ArchRule the_two_vendors_never_meet =
      slices()
          .matching("dk.borgermaaling.(kmd|schultz)..")
          .should()
          .notDependOnEachOther()
          .because("one vendor can be taken out, and the other does not notice");

  @ArchTest
  static final ArchRule the_gateway_knows_no_vendor =
      noClasses()
          .that()
          .resideInAnyPackage("dk.borgermaaling.gateway..", "dk.borgermaaling.contract..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(VENDORS)
          .because("a vendor is a module and a line in liberty/pom.xml");

  /** Edges included; each vendor's own rules are narrower for what is not edge. */
  @ArchTest
  static final ArchRule a_vendor_sees_the_ports_and_what_all_edges_share =
      classes()
          .that()
          .resideInAnyPackage(VENDORS)
          .and()
          .resideOutsideOfPackages(PAGES)
          .should()
          .onlyDependOnClassesThat(
              not(resideInAPackage("dk.borgermaaling.."))
                  .or(
                      resideInAnyPackage(
                          "dk.borgermaaling.kmd..",
                          "dk.borgermaaling.schultz..",
                          "dk.borgermaaling.gateway.caseevent",
                          "dk.borgermaaling.gateway.citizen",
                          "dk.borgermaaling.gateway.municipality",
                          "dk.borgermaaling.gateway.kernel",
                          "dk.borgermaaling.gateway.kernel.http",
                          "dk.borgermaaling.gateway.kernel.wiring",
                          "dk.borgermaaling.gateway.edge")))
          .because("what a case system tells becomes case events, and goes no other way");

  /**
   * A page of a vendor's own is shown in the gateway's frame, behind its gates, and noted; a table
   * of its own is changed as the gateway's are.
   */
  @ArchTest
  static final ArchRule a_vendors_pages_see_the_frame_of_pages_too =
      classes()
          .that()
          .resideInAnyPackage(VENDORS)
          .and()
          .resideInAnyPackage(PAGES)
          .should()
          .onlyDependOnClassesThat(
              not(resideInAPackage("dk.borgermaaling.."))
                  .or(
                      resideInAnyPackage(
                          "dk.borgermaaling.kmd..",
                          "dk.borgermaaling.schultz..",
                          "dk.borgermaaling.gateway.caseevent",
                          "dk.borgermaaling.gateway.citizen",
                          "dk.borgermaaling.gateway.municipality",
                          "dk.borgermaaling.gateway.kernel",
                          "dk.borgermaaling.gateway.kernel.http",
                          "dk.borgermaaling.gateway.kernel.wiring",
                          "dk.borgermaaling.gateway.edge",
                          "dk.borgermaaling.gateway.access.web",
                          "dk.borgermaaling.gateway.audit",
                          "dk.borgermaaling.gateway.tables..",
                          "dk.borgermaaling.gateway.web")))
          .allowEmptyShould(true)
          .because("they show what the adapter knows, and nothing of the gateway's");

  @ArchTest
  static final ArchRule nothing_deployable_knows_the_simulators =
      noClasses()
          .that()
          .resideOutsideOfPackage("dk.borgermaaling.simulators..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dk.borgermaaling.simulators..")
          .because("they are a program of their own and no part of the WAR (see DeployableIT)");

  @ArchTest
  static final ArchRule the_simulators_know_the_contracts_alone =
      noClasses()
          .that()
          .resideInAPackage("dk.borgermaaling.simulators..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dk.borgermaaling.gateway..", "dk.borgermaaling.kmd..", "dk.borgermaaling.schultz..")
          .because("two that share code would agree on the same mistake");
}

package org.tonearm.installer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import org.tonearm.api.Stability;

@AnalyzeClasses(packages = "org.tonearm", importOptions = ImportOption.DoNotIncludeTests.class)
final class RulesOfTheHouseTest {
  private static final String API = "org.tonearm.api..";
  private static final String MODEL = "org.tonearm.model..";
  private static final String HOSTS = "org.tonearm.standalone..";

  /** plugin-impl: all that lies in none of the other rooms. */
  private static final DescribedPredicate<JavaClass> IMPL =
      JavaClass.Predicates.resideInAPackage("org.tonearm..")
          .and(
              DescribedPredicate.not(
                  JavaClass.Predicates.resideInAnyPackage(
                      API, MODEL, HOSTS, "org.tonearm.testkit..", "org.tonearm.installer..")))
          .as("plugin-impl");

  @ArchTest
  static final ArchRule importsPointUp =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("plugin-api")
          .definedBy(API)
          .layer("models")
          .definedBy(MODEL)
          .layer("plugin-impl")
          .definedBy(IMPL)
          .layer("host-adapters")
          .definedBy(HOSTS)
          .whereLayer("host-adapters")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("plugin-impl")
          .mayOnlyBeAccessedByLayers("host-adapters")
          .whereLayer("models")
          .mayOnlyBeAccessedByLayers("plugin-impl", "host-adapters")
          .whereLayer("plugin-api")
          .mayOnlyBeAccessedByLayers("models", "plugin-impl", "host-adapters");

  @ArchTest
  static final ArchRule theApiDependsOnTheJdkAlone =
      classes()
          .that()
          .resideInAPackage(API)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", API);

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.tonearm.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheRootKnowsTheContainer =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.tonearm.composition..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.picocontainer..");

  @ArchTest
  static final ArchRule onlyHostsUseTheRoot =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.tonearm.composition..", HOSTS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.tonearm.composition..");

  @ArchTest
  static final ArchRule hostsLeaveNativesAndDatabasesToTheRoomsAbove =
      noClasses()
          .that()
          .resideInAPackage(HOSTS)
          .and()
          .resideOutsideOfPackage("org.tonearm.standalone.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.nd4j..",
              "org.deeplearning4j..",
              "org.bytedeco..",
              "java.sql..",
              "org.jaudiotagger..");

  @ArchTest
  static final ArchRule everyTypeOfTheApiStatesItsStability =
      classes()
          .that()
          .resideInAPackage(API)
          .and()
          .areTopLevelClasses()
          .and()
          .arePublic()
          .and()
          .areNotAnnotations()
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .beAnnotatedWith(Stability.class);

  @ArchTest
  static final ArchRule noStateIsShared =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule noDumpingGround =
      noClasses()
          .should()
          .haveNameMatching(".*\\.[A-Za-z]*(Util|Utils|Helper|Manager|Common|Misc)");
}

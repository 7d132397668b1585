package org.tonearm.installer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonearm.api.Stability;
import org.tonearm.composition.Composition;
import org.tonearm.model.verdict.VerdictRule;
import org.tonearm.spark.command.ClusterVerb;
import org.tonearm.standalone.StandaloneHost;

final class RulesOfTheHouseTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.tonearm");

  private static final String API = "org.tonearm.api..";
  private static final String MODEL = "org.tonearm.model..";
  private static final String HOST = "org.tonearm.standalone..";
  private static final String XML_HOSTS = "org.tonearm.djxml..";
  private static final String LISTING = "org.tonearm.listing..";
  private static final String MIXXX = "org.tonearm.mixxx..";
  private static final String SERATO = "org.tonearm.serato..";
  private static final String ENGINE = "org.tonearm.engine..";
  private static final String PLAYERS = "org.tonearm.players..";
  private static final String SPARK = "org.tonearm.spark..";

  /** Hosts with plugins in Python; the library of beets is a database. */
  private static final String[] PYTHON_HOSTS = {
    "org.tonearm.pyplugin..",
    "org.tonearm.beets..",
    "org.tonearm.picard..",
    "org.tonearm.quodlibet.."
  };

  /** plugin-impl: all that lies in none of the other rooms. */
  private static final DescribedPredicate<JavaClass> IMPL =
      JavaClass.Predicates.resideInAPackage("org.tonearm..")
          .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(PYTHON_HOSTS)))
          .and(
              DescribedPredicate.not(
                  JavaClass.Predicates.resideInAnyPackage(
                      API,
                      MODEL,
                      HOST,
                      XML_HOSTS,
                      LISTING,
                      MIXXX,
                      SERATO,
                      ENGINE,
                      PLAYERS,
                      SPARK,
                      "org.tonearm.testkit..",
                      "org.tonearm.installer..")))
          .as("plugin-impl");

  @Test
  void allRoomsAreLookedAt() {
    for (Class<?> type :
        List.of(
            Stability.class,
            VerdictRule.class,
            Composition.class,
            StandaloneHost.class,
            ClusterVerb.class)) {
      assertThat(CLASSES.contain(type)).as(type.getName()).isTrue();
    }
  }

  @Test
  void importsPointUp() {
    ArchRule rule =
        Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("plugin-api")
            .definedBy(API)
            .layer("models")
            .definedBy(MODEL)
            .layer("plugin-impl")
            .definedBy(IMPL)
            .layer("host-adapters")
            .definedBy(
                Stream.concat(
                        Stream.of(HOST, XML_HOSTS, LISTING, MIXXX, SERATO, ENGINE, PLAYERS, SPARK),
                        Stream.of(PYTHON_HOSTS))
                    .toArray(String[]::new))
            .whereLayer("host-adapters")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("plugin-impl")
            .mayOnlyBeAccessedByLayers("host-adapters")
            .whereLayer("models")
            .mayOnlyBeAccessedByLayers("plugin-impl", "host-adapters")
            .whereLayer("plugin-api")
            .mayOnlyBeAccessedByLayers("models", "plugin-impl", "host-adapters");
    rule.check(CLASSES);
  }

  @Test
  void theApiDependsOnTheJdkAlone() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage(API)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.swing..", API);
    rule.check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    ArchRule rule = slices().matching("org.tonearm.(**)").should().beFreeOfCycles();
    rule.check(CLASSES);
  }

  @Test
  void onlyTheRootKnowsTheContainer() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("org.tonearm.composition..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.picocontainer..");
    rule.check(CLASSES);
  }

  @Test
  void onlyHostsUseTheRoot() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages("org.tonearm.composition..", HOST, SPARK)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tonearm.composition..");
    rule.check(CLASSES);
  }

  @Test
  void hostsLeaveNativesAndDatabasesToTheRoomsAbove() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(HOST, XML_HOSTS, LISTING, MIXXX, SERATO, ENGINE, PLAYERS, SPARK)
            .or()
            .resideInAnyPackage(PYTHON_HOSTS)
            .and()
            .resideOutsideOfPackages(
                "org.tonearm.standalone.demo..", "org.tonearm.listing.sqlite..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.nd4j..",
                "org.deeplearning4j..",
                "org.bytedeco..",
                "java.sql..",
                "org.sqlite..",
                "org.jaudiotagger..");
    rule.check(CLASSES);
  }

  @Test
  void onlyItsAdapterKnowsSpark() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage(SPARK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");
    rule.check(CLASSES);
  }

  @Test
  void everyTypeOfTheApiStatesItsStability() {
    ArchRule rule =
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
    rule.check(CLASSES);
  }

  @Test
  void noStateIsShared() {
    ArchRule rule =
        fields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal();
    rule.check(CLASSES);
  }

  @Test
  void noDumpingGround() {
    ArchRule rule =
        noClasses()
            .should()
            .haveNameMatching(".*\\.[A-Za-z]*(Util|Utils|Helper|Manager|Common|Misc)");
    rule.check(CLASSES);
  }
}

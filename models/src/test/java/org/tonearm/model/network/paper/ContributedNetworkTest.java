package org.tonearm.model.network.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The network that CONTRIBUTING shows a newcomer, and its test, as they stand there. */
final class ContributedNetworkTest {
  private static final Pattern EXAMPLE = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
  private static final int CLASSES = 3;
  private static final int BANDS = 96;

  private static final String IMPORTS =
      """
      package org.tonearm.model.network.paper;
      import static org.assertj.core.api.Assertions.assertThat;
      import java.util.List;
      import org.deeplearning4j.nn.graph.ComputationGraph;
      import org.junit.jupiter.api.Test;
      import org.nd4j.linalg.api.buffer.DataType;
      import org.nd4j.linalg.learning.config.Adam;
      """;

  @TempDir Path folder;

  @Test
  void compilesLearnsAndPassesItsTest() throws Exception {
    List<String> examples =
        EXAMPLE
            .matcher(Files.readString(Path.of("..", "CONTRIBUTING.md")))
            .results()
            .map(MatchResult::group)
            .map(block -> block.substring("```java".length(), block.length() - "```".length()))
            .toList();
    assertThat(examples).hasSize(2);
    compile("DoeCnn", examples.get(0));
    compile("DoeCnnTest", "final class DoeCnnTest {" + examples.get(1) + "}");

    PaperNetwork paper = (PaperNetwork) loaded("DoeCnn").getConstructor().newInstance();
    ComputationGraph network = paper.build(BANDS, CLASSES, 1);
    DataSet data = data(paper.input().pieceFrames());
    double before = network.score(data);
    for (int step = 0; step < 40; step++) {
      network.fit(data);
    }
    assertThat(network.score(data)).isLessThan(before);
    assertThat(network.outputSingle(data.getFeatures()).shape()).containsExactly(CLASSES, CLASSES);

    var constructor = loaded("DoeCnnTest").getDeclaredConstructor();
    constructor.setAccessible(true);
    Object itsTest = constructor.newInstance();
    for (Method method : itsTest.getClass().getDeclaredMethods()) {
      method.setAccessible(true);
      method.invoke(itsTest);
    }
  }

  private void compile(String name, String code) throws Exception {
    Path source = Files.writeString(folder.resolve(name + ".java"), IMPORTS + code);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath = System.getProperty("java.class.path");
    List<String> options =
        List.of(
            "-proc:none", "-d", folder.toString(), "-cp", folder + File.pathSeparator + classPath);
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      assertThat(
              compiler
                  .getTask(null, files, null, options, null, files.getJavaFileObjects(source))
                  .call())
          .as("%s compiles", name)
          .isTrue();
    }
  }

  /** In the package of the networks themselves, since a network may use what is theirs alone. */
  private Class<?> loaded(String name) throws Exception {
    byte[] bytes =
        Files.readAllBytes(folder.resolve("org/tonearm/model/network/paper/" + name + ".class"));
    return MethodHandles.lookup().defineClass(bytes);
  }

  /** Pictures of one level a class, which are easy to tell apart. */
  private static DataSet data(int frames) {
    Nd4j.getRandom().setSeed(5);
    INDArray pictures = Nd4j.randn(CLASSES, 1, BANDS, frames);
    for (int i = 0; i < CLASSES; i++) {
      pictures.slice(i).addi(2 * i - 2.0);
    }
    return new DataSet(pictures, Nd4j.eye(CLASSES));
  }
}

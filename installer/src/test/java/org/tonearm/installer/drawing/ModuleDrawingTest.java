package org.tonearm.installer.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The page on the architecture shows the modules that there are. */
final class ModuleDrawingTest {
  private final Path root = Path.of("").toAbsolutePath().getParent();
  private final Path picture = root.resolve("docs/pictures/modules.svg");

  @Test
  void thePictureShowsTheModulesOfTheBuild() throws IOException {
    String drawn = new ModuleDrawing(ModuleMap.of(root)).svg();
    if (Boolean.getBoolean("tonearm.draw")) {
      Files.writeString(picture, drawn);
    }
    assertThat(picture)
        .as("drawn anew by the command on the page docs/architecture.md")
        .exists()
        .hasContent(drawn);
    assertThat(root.resolve("docs/architecture.md")).content().contains("](pictures/modules.svg)");
  }

  @Test
  void allModulesWithCodeAreThere() throws IOException {
    assertThat(ModuleMap.of(root))
        .extracting(Module::name)
        .contains("plugin-api", "models", "plugin-impl", "listing", "standalone", "installer")
        .doesNotContain("host-adapters");
  }

  @Test
  void aFurtherModuleOrNeedChangesThePicture() throws Exception {
    List<Module> modules = new ArrayList<>(ModuleMap.of(root));
    String before = new ModuleDrawing(modules).svg();
    modules.add(
        new Module("winamp", "host-adapters", "Lists & more.", List.of("plugin-api", "listing")));
    String more = new ModuleDrawing(modules).svg();
    assertThat(more).contains(">winamp<", "Lists").isNotEqualTo(before);
    modules.set(
        modules.size() - 1,
        new Module("winamp", "host-adapters", "Lists & more.", List.of("plugin-impl")));
    assertThat(new ModuleDrawing(modules).svg()).isNotEqualTo(more);
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(more)))
                .getElementsByTagName("rect")
                .getLength())
        .isEqualTo(modules.size() + 1);
  }

  @Test
  void whatComesThroughAnotherModuleIsNotDrawnTwice() throws IOException {
    List<Module> modules = ModuleMap.of(root);
    ModuleRows rows = new ModuleRows(modules);
    assertThat(rows.rows().get(0)).extracting(Module::name).containsExactly("plugin-api");
    Module impl = modules.stream().filter(m -> m.name().equals("plugin-impl")).findFirst().get();
    assertThat(impl.needs()).contains("plugin-api", "models");
    assertThat(rows.direct(impl)).containsExactly("models");
  }
}

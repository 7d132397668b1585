package org.tonearm.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.composition.Parts;
import org.tonearm.run.Cancellation;

/** Runs command lines in this process, on fake parts and a journal of its own. */
final class Bench {
  final Cancellation cancellation = new Cancellation();
  private final Path data;
  private final Parts parts;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  Bench(Path data) {
    this(data, FakeListening.parts());
  }

  Bench(Path data, Parts parts) {
    this.data = data;
    this.parts = parts;
  }

  /** Runs one command line; returns its exit code. */
  int run(Object... arguments) {
    return new Program(workplace(arguments)).run();
  }

  /** The same where these hosts are installed. */
  int runOn(List<HostAdapter> hosts, Object... arguments) {
    Workplace all = workplace(arguments);
    return new Program(
            new Workplace(
                all.terminal(),
                all.host(),
                all.data(),
                all.configuration(),
                all.compositions(),
                all.cancellation(),
                all.arguments(),
                hosts))
        .run();
  }

  private Workplace workplace(Object... arguments) {
    out.reset();
    err.reset();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    List<String> words = Stream.of(arguments).map(Object::toString).toList();
    return new Workplace(
        terminal,
        new StandaloneHost(),
        new DataFolder(data),
        data.resolve("tonearm.toml"),
        (folder, settings) -> new Composition(folder, parts, settings),
        cancellation,
        words);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Each line of stdout as JSON. */
  List<JsonNode> json() throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (String line : out().split("\n", -1)) {
      if (!line.isEmpty()) {
        objects.add(new ObjectMapper().readTree(line));
      }
    }
    return objects;
  }
}

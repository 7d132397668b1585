package org.tonearm.installer.pages;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tonearm.audio.worker.DecoderSettings;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.composition.EngineSettings;
import org.tonearm.composition.Parts;
import org.tonearm.configuration.Configuration;
import org.tonearm.configuration.ConfigurationPlace;
import org.tonearm.run.Cancellation;
import org.tonearm.standalone.Program;
import org.tonearm.standalone.StandaloneHost;
import org.tonearm.standalone.Terminal;
import org.tonearm.standalone.Workplace;

/**
 * Tonearm in a process that stays, so that a hundred command lines don't cost a hundred starts. It
 * reads names of folders from a pipe; in each lie the words of a command line and its stdin, and
 * there it leaves what the command says and its code. But for decoding within the process, all is
 * as in the program itself.
 */
public final class ProgramAtHand {
  private static final int INTERRUPTED = 130;
  private static final int GOOD = 0;

  private ProgramAtHand() {}

  /** Serves until it is killed; the pipe is the only argument. */
  public static void main(String[] arguments) throws IOException {
    while (true) {
      String folder;
      try (BufferedReader asked =
          new BufferedReader(new FileReader(arguments[0], StandardCharsets.UTF_8))) {
        folder = asked.readLine();
      }
      if (folder != null) {
        serve(Path.of(folder));
      }
    }
  }

  private static void serve(Path folder) throws IOException {
    String words = Files.readString(folder.resolve("words"));
    List<String> line = List.of(words.substring(0, words.length() - 1).split("\0", -1));
    int code;
    try (InputStream in = new FileInputStream(folder.resolve("in").toFile());
        PrintStream out = stream(folder.resolve("out"));
        PrintStream err = stream(folder.resolve("err"))) {
      code = run(line, new Terminal(in, out, err, false), folder.resolve("out"));
    }
    try (OutputStream told = new FileOutputStream(folder.resolve("code").toFile())) {
      told.write((code + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static int run(List<String> line, Terminal terminal, Path said) {
    Cancellation cancellation = new Cancellation();
    boolean watches =
        line.get(0).equals("watch") && line.stream().noneMatch(w -> w.endsWith("-service"));
    if (watches) {
      new Thread(() -> endWhenItHasTagged(said, cancellation), "enough").start();
    }
    Path home = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name");
    int code =
        new Program(
                new Workplace(
                    terminal,
                    new StandaloneHost(),
                    DataFolder.of(System.getenv(), home, system),
                    ConfigurationPlace.of(System.getenv(), home, system),
                    (folder, configuration) ->
                        new Composition(
                            folder, Parts.installed(), configuration, engine(configuration)),
                    cancellation,
                    line))
            .run();
    return watches && code == INTERRUPTED ? GOOD : code;
  }

  private static EngineSettings engine(Configuration configuration) {
    EngineSettings own = EngineSettings.of(configuration);
    return new EngineSettings(
        DecoderSettings.IN_PROCESS, own.index(), own.framesMax(), own.backend());
  }

  /** A watch has no end of its own; its reader has seen enough when a first track is tagged. */
  private static void endWhenItHasTagged(Path said, Cancellation cancellation) {
    try {
      while (!Files.readString(said).contains("written")) {
        Thread.sleep(100);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cancellation.request();
  }

  private static PrintStream stream(Path file) throws IOException {
    return new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
  }
}

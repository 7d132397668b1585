package org.tonearm.tag.xiph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Other people's programs, as judges. A test that needs one that is missing skips itself. For one
 * thread.
 */
final class Programs {
  private final Map<List<String>, Boolean> present = new HashMap<>();

  /** What FFmpeg makes; skips where it is missing or lacks an encoder. */
  void encode(String... arguments) throws IOException, InterruptedException {
    need("ffmpeg", "-version", "ffmpeg");
    assumeTrue(ffmpeg(arguments).isPresent(), "skipped: this FFmpeg lacks an encoder");
  }

  /** What FFmpeg prints of a file that it must be able to decode; skips where it is missing. */
  String decode(String... arguments) throws IOException, InterruptedException {
    need("ffmpeg", "-version", "ffmpeg");
    Optional<String> out = ffmpeg(arguments);
    assertThat(out).as("what FFmpeg decodes").isPresent();
    return out.orElseThrow();
  }

  private static Optional<String> ffmpeg(String... arguments)
      throws IOException, InterruptedException {
    return run(command("ffmpeg", "-nostdin", "-v", "error", "-y"), arguments);
  }

  /** Skips where the program is missing. */
  String ffprobe(String... arguments) throws IOException, InterruptedException {
    need("ffprobe", "-version", "ffmpeg");
    return run(command("ffprobe", "-v", "error"), arguments).orElseThrow();
  }

  /** Skips where the program is missing. */
  String kid3(Path file, String command) throws IOException, InterruptedException {
    need("kid3-cli", "--version", "kid3-cli");
    return run(command("kid3-cli", "-c", command), file.toString()).orElseThrow();
  }

  /** Runs the script beside this class; skips where Python or mutagen is missing. */
  String mutagen(String... arguments) throws IOException, InterruptedException, URISyntaxException {
    Path script = Path.of(Programs.class.getResource("xiph_tags.py").toURI());
    for (String python : List.of("/usr/bin/python3", "python3")) {
      if (isPresent(command(python, "-c", "import mutagen"))) {
        Optional<String> out = run(command(python, script.toString()), arguments);
        assertThat(out).as("mutagen's answer").isPresent();
        return out.orElseThrow();
      }
    }
    assumeTrue(false, "skipped: Python's mutagen (Debian package python3-mutagen) is missing");
    return "";
  }

  private void need(String program, String probe, String debianPackage)
      throws IOException, InterruptedException {
    assumeTrue(
        isPresent(command(program, probe)),
        "skipped: " + program + " (Debian package " + debianPackage + ") is missing");
  }

  private boolean isPresent(List<String> probe) throws IOException, InterruptedException {
    Boolean known = present.get(probe);
    if (known == null) {
      known = run(probe).isPresent();
      present.put(probe, known);
    }
    return known;
  }

  private static List<String> command(String... words) {
    return List.of(words);
  }

  /** Standard output, or nothing if the program is missing or fails. */
  private static Optional<String> run(List<String> command, String... arguments)
      throws InterruptedException, IOException {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      return Optional.empty();
    }
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? Optional.of(out) : Optional.empty();
  }
}

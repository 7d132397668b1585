package org.tonearm.tag.mp4;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Somebody else's program, asked about files; the test skips itself where it is not installed. */
final class OutsideProgram {
  private static final OutsideProgram FFMPEG = new OutsideProgram("ffmpeg", "ffmpeg");
  private static final OutsideProgram FFPROBE = new OutsideProgram("ffprobe", "ffmpeg");
  private static final OutsideProgram KID3 = new OutsideProgram("kid3-cli", "kid3-cli");

  private final String name;
  private final String debianPackage;

  private OutsideProgram(String name, String debianPackage) {
    this.name = name;
    this.debianPackage = debianPackage;
  }

  /** Makes a file from a sweep of one second. */
  static Path encode(Path file, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y"));
    arguments.addAll(
        List.of("-f", "lavfi", "-i", "aevalsrc=0.4*sin(400*t*t)|0.4*sin(300*t*t):d=1:s=44100"));
    arguments.addAll(List.of(options));
    arguments.add(file.toString());
    FFMPEG.run(arguments);
    return file;
  }

  /** MD5 of the decoded samples. */
  static String decodedHash(Path file) throws Exception {
    List<String> arguments =
        List.of("-v", "error", "-i", file.toString(), "-map", "0:a", "-f", "md5", "-");
    return FFMPEG
        .run(arguments)
        .lines()
        .filter(line -> line.startsWith("MD5="))
        .findAny()
        .orElseThrow();
  }

  /** ffprobe's value of a tag. */
  static String ffprobeTag(Path file, String tag) throws Exception {
    return FFPROBE.run(
        List.of(
            "-v",
            "error",
            "-show_entries",
            "format_tags=" + tag,
            "-of",
            "csv=p=0",
            file.toString()));
  }

  /** kid3-cli's value of a field. */
  static String kid3Field(Path file, String field) throws Exception {
    return KID3.run(List.of("-c", "get " + field, file.toString()));
  }

  /** Every item as mutagen sees it, one a line: key, tab, values. */
  static List<String> mutagenItems(Path file) throws Exception {
    return mutagen("mutagen_items.py", file).lines().toList();
  }

  /** Lets mutagen write items of many kinds, a picture and values in several atoms among them. */
  static void mutagenTags(Path file) throws Exception {
    mutagen("mutagen_tags.py", file);
  }

  private static String mutagen(String script, Path file) throws Exception {
    String python = "/usr/bin/python3";
    assumeTrue(
        new ProcessBuilder(python, "-c", "import mutagen").start().waitFor() == 0,
        "mutagen is not installed (Debian package python3-mutagen)");
    Path path = Path.of(OutsideProgram.class.getResource(script).toURI());
    return run(List.of(python, path.toString(), file.toString()), "mutagen");
  }

  private String run(List<String> arguments) throws Exception {
    boolean installed =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    assumeTrue(installed, name + " is not installed (Debian package " + debianPackage + ")");
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(arguments);
    return run(command, name);
  }

  private static String run(List<String> command, String name)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("QT_QPA_PLATFORM", "offscreen");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(name + " failed: " + output);
    }
    return output.strip();
  }
}

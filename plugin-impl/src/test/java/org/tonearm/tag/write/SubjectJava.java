package org.tonearm.tag.write;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The command that starts a subject's virtual machine.
 *
 * @param command without the main class
 */
record SubjectJava(List<String> command) {
  /** Copies the list. */
  SubjectJava {
    command = List.copyOf(command);
  }

  /** On the class path of this very process. */
  static SubjectJava plain() {
    return new SubjectJava(command(classPath()));
  }

  /** With all classes loaded beforehand, in half the time; worth its making for many starts. */
  static SubjectJava quick(Path folder, Path song) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<String> jars = new ArrayList<>();
    for (String entry : classPath()) {
      jars.add(
          Files.isDirectory(Path.of(entry))
              ? jar(Path.of(entry), folder.resolve("classes-" + jars.size() + ".jar")).toString()
              : entry);
    }
    Path archive = folder.resolve("classes.jsa");
    List<String> making = new ArrayList<>(command(jars));
    making.add(1, "-XX:ArchiveClassesAtExit=" + archive);
    Path copy = Files.copy(song, folder.resolve(song.getFileName()));
    try (SubjectProcess subject =
        SubjectProcess.writing(
            new SubjectJava(making),
            "write",
            copy,
            folder.resolve("journal.db"),
            folder.resolve("warm"))) {
      subject.ready();
      subject.go();
      subject.rest();
      subject.exit();
    }
    List<String> using = new ArrayList<>(command(jars));
    using.add(1, "-XX:SharedArchiveFile=" + archive);
    return new SubjectJava(using);
  }

  /** The same by way of another program, such as one that gives rights up, or with an option. */
  SubjectJava by(List<String> prefix, List<String> options) {
    List<String> words = new ArrayList<>(prefix);
    words.add(command.get(0));
    words.addAll(options);
    words.addAll(command.subList(1, command.size()));
    return new SubjectJava(words);
  }

  private static List<String> command(List<String> classPath) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        // An archive that can't be mapped now and then costs time only; it is not to be told of.
        "-Xlog:disable",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        // Random numbers that are not read from the system whenever the last are 100 ms old: each
        // write is to make the same calls.
        "-Djava.security.egd=file:/dev/./urandom",
        "-cp",
        String.join(File.pathSeparator, classPath));
  }

  /** Only what the subject needs: each jar less is a quicker start. */
  private static List<String> classPath() {
    return Stream.of(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator))
        .filter(
            entry ->
                !entry.endsWith(".jar")
                    || entry.matches(".*(tonearm|sqlite|jackson-|jaudiotagger|slf4j-api)[^/]*"))
        .toList();
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                  Files.copy(file, out);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return jar;
  }
}

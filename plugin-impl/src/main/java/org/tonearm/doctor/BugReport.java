package org.tonearm.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tonearm.configuration.Effective;
import org.tonearm.configuration.Origin;

/**
 * What helps to find an error, as one zip file of plain texts: findings, versions, settings, the
 * watch's logs and the sizes of Tonearm's own files. Without names, unless they are allowed: no
 * path, file name, label or word of a tag is in it.
 *
 * @param findings of the doctor
 * @param settings in effect; only those of the configuration file are told
 * @param data the data folder; need not be there
 * @param configuration the configuration file; need not be there
 * @param names whether names may be in it: then logs and configuration are in it as they are
 */
public record BugReport(
    List<Finding> findings,
    List<Effective> settings,
    Path data,
    Path configuration,
    boolean names) {

  /** Copies the lists. */
  public BugReport {
    findings = List.copyOf(findings);
    settings = List.copyOf(settings);
  }

  /**
   * Writes it.
   *
   * @param zip a file that is not there yet
   * @throws java.nio.file.FileAlreadyExistsException if it is
   * @throws IOException if it can't be written
   */
  public void write(Path zip) throws IOException {
    Map<String, String> texts = texts();
    try (ZipOutputStream out =
        new ZipOutputStream(
            Files.newOutputStream(zip, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        out.putNextEntry(new ZipEntry(text.getKey()));
        out.write(text.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
  }

  /** Names of the files within, with their texts. */
  Map<String, String> texts() throws IOException {
    MaskedText masked = new MaskedText(codes());
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "findings.txt",
        lines(findings.stream().map(each -> names ? plain(each) : masked.finding(each))));
    texts.put("versions.txt", lines(ProgramFacts.lines(names).stream()));
    texts.put(
        "settings.txt",
        lines(
            settings.stream()
                .filter(each -> each.origin() instanceof Origin.InFile)
                .map(each -> names ? each.key() + " = " + each.value() : masked.setting(each))));
    texts.put("files.txt", lines(new DataFiles(data).lines().stream()));
    for (Path log : logs()) {
      Stream<String> told = read(log).lines();
      texts.put("watch/" + log.getFileName(), lines(names ? told : told.map(masked::logLine)));
    }
    if (names && Files.exists(configuration)) {
      texts.put("tonearm.toml", read(configuration));
    }
    return texts;
  }

  /** The watch's, the newest first. */
  private List<Path> logs() {
    List<Path> logs = new ArrayList<>();
    for (String name : DataFiles.LOGS) {
      Path log = data.resolve("watch").resolve(name);
      if (Files.isRegularFile(log)) {
        logs.add(log);
      }
    }
    return logs;
  }

  private static String plain(Finding finding) {
    String remedy = finding.remedy().isEmpty() ? "" : "  (" + finding.remedy() + ")";
    return finding.level() + "  " + finding.subject() + "  " + finding.detail() + remedy;
  }

  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
  }

  private static String lines(Stream<String> lines) {
    return lines.map(line -> line + "\n").collect(Collectors.joining());
  }

  /** As docs/json.md has them. */
  private static Set<String> codes() throws IOException {
    try (InputStream in = BugReport.class.getResourceAsStream("codes.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}

package org.tonearm.spark.apply;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.spark.journal.JournalFolder;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.write.WriteOptions;

/** A task in a process of its own, which may be killed: {@code OUTPUT PLANS ATTEMPT [K=V...]}. */
final class ApplyMain {
  private ApplyMain() {}

  public static void main(String[] args) throws Exception {
    Map<String, String> settings = new TreeMap<>();
    for (int i = 3; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      settings.put(args[i].substring(0, equals), args[i].substring(equals + 1));
    }
    AudioStores stores = new AudioStores(settings);
    ApplySettings apply =
        new ApplySettings(
            "run-1",
            args[2],
            args[0],
            TagProfile.DEFAULT,
            WriteOptions.DEFAULT,
            CodecRegistry.installed(),
            true);
    try (Applier applier = new Applier(stores, JournalFolder.open(stores, args[0]), apply)) {
      Iterator<ApplyOutcome> outcomes = applier.apply(Songs.read(Path.of(args[1])).iterator());
      while (outcomes.hasNext()) {
        ApplyOutcome outcome = outcomes.next();
        System.out.println("> " + outcome.status() + " " + outcome.code() + " " + outcome.uri());
      }
    }
  }

  /** Starts one. */
  static Process start(String output, Path plans, String attempt, Map<String, String> settings)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                ApplyMain.class.getName(),
                output,
                plans.toString(),
                attempt));
    settings.forEach((key, value) -> command.add(key + "=" + value));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}

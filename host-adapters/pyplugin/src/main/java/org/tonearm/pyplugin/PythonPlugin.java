package org.tonearm.pyplugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.host.HostPlugin;

/**
 * A package of Python that a host loads, as it lies in an adapter's resources, with what it needs
 * of the shared files: the worker that asks Tonearm, and the thread that waits for it. Immutable
 * and thread-safe.
 *
 * @param owner a class beside whose class file the package's files lie
 * @param files their names
 * @param shared names of shared files
 */
public record PythonPlugin(Class<?> owner, List<String> files, List<String> shared) {
  /** Name of the package in every host. */
  public static final String NAME = "tonearm";

  /** The shared file with the worker. */
  public static final String WORKER = "worker.py";

  /** The shared file for programs with windows; needs the worker. */
  public static final String BACKGROUND = "background.py";

  /** Copies the lists. */
  public PythonPlugin {
    files = List.copyOf(files);
    shared = List.copyOf(shared);
  }

  /**
   * The plugin, for a folder of plugins.
   *
   * @param plugins absolute; need not exist
   * @param next what the user does once it is installed
   */
  public HostPlugin in(Path plugins, String next) {
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach(file -> texts.put(file, text(owner, file)));
    shared.forEach(file -> texts.put(file, text(PythonPlugin.class, file)));
    return new HostPlugin(plugins, NAME, texts, next);
  }

  private static String text(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("this build of Tonearm lacks " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

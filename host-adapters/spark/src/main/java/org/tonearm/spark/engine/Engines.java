package org.tonearm.spark.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.tonearm.api.TonearmException;
import org.tonearm.audio.worker.DecoderSettings;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.composition.EngineSettings;
import org.tonearm.composition.Parts;
import org.tonearm.configuration.RunSettings;
import org.tonearm.library.index.FrameStore;
import org.tonearm.model.verdict.VerdictRule;
import org.tonearm.run.Listening;
import org.tonearm.run.ListeningSettings;
import org.tonearm.run.ModelInUse;
import org.tonearm.spark.remote.RemoteFiles;
import org.tonearm.spark.store.AudioStores;

/**
 * The engines of this process for one job: the weights are loaded once, and each task has an engine
 * of its own on them, so that no window is scored together with one of another track. Lives as long
 * as the executor. Thread-safe.
 */
public final class Engines {
  private static final Map<String, Engines> OPEN = new HashMap<>();

  private final Composition composition;
  private final RunSettings settings;
  private final ListeningSettings listening;
  private final List<ModelInUse> models;
  private final Configuration hadoop;
  private final Path scratch;
  private final boolean careful;
  private final Deque<Engine> idle = new ArrayDeque<>();

  private Engines(JobSettings job, boolean careful, int workers, int card)
      throws TonearmException, IOException {
    this.careful = careful;
    this.settings = job.read();
    this.scratch = Scratch.folder("tonearm-cluster-");
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "tonearm-engines"));
    DataFolder data = new DataFolder(scratch);
    ShippedModels.layDown(job.models(), data.models());
    this.hadoop = new Configuration();
    job.hadoop().forEach(hadoop::set);
    this.composition =
        new Composition(
            data,
            Parts.installed(),
            settings.configuration(),
            new EngineSettings(
                careful
                    ? DecoderSettings.of(workers, settings.configuration().decoder().timeLimit())
                    : DecoderSettings.IN_PROCESS,
                Optional.empty(),
                0,
                settings.configuration().listening().backend(),
                card));
    this.listening = settings.listening();
    this.models = composition.runs().listening(listening).models();
  }

  /**
   * The engines of this process.
   *
   * @param careful whether files are decoded in processes of their own, from local copies
   * @param cores how many engines there may be at a time
   * @param card number of the graphics card, if one is used; empty for the first
   * @throws TonearmException if the settings have faults, or a model can't be loaded
   */
  public static Engines of(JobSettings job, boolean careful, int cores, OptionalInt card)
      throws TonearmException {
    synchronized (OPEN) {
      String key = job.digest() + careful + card.orElse(0);
      Engines open = OPEN.get(key);
      if (open == null) {
        try {
          open = new Engines(job, careful, Math.max(1, cores), card.orElse(0));
        } catch (IOException e) {
          throw new UncheckedIOException("no room for the engine's files", e);
        }
        OPEN.put(key, open);
      }
      return open;
    }
  }

  /** An engine that nobody else uses, until it is given back. */
  public Engine take() throws TonearmException {
    synchronized (idle) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return new Engine(
        new Listening(
            composition.decoder(),
            models,
            new VerdictRule(),
            listening.excerpts(),
            new FrameStore(scratch.resolve("frames"), 0),
            // Always: 'plan' may ask for them when all was heard.
            true),
        composition.codecs(),
        settings.tagging(false, false).profile(),
        new Sources(new RemoteFiles(hadoop), new AudioStores(hadoop), scratch, careful));
  }

  /** Takes an engine back. */
  public void giveBack(Engine engine) {
    synchronized (idle) {
      idle.push(engine);
    }
  }

  /** The executor ends: decoders of its own and copies go with it. */
  private void end() {
    composition.close();
    FileUtil.fullyDelete(scratch.toFile());
  }

  /** The models, by task, in the order of tasks. */
  public List<ModelInUse> models() {
    return models;
  }
}

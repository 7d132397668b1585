package org.tonearm.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.TonearmException;
import org.tonearm.panel.settings.WatchSwitch;
import org.tonearm.watch.StatusFile;
import org.tonearm.watch.WatchStatus;

/** The watch as a process of its own, started as the command line starts it. */
final class PanelWatch implements WatchSwitch {
  private static final int PATIENCE_TENTHS = 150;

  private final Workplace workplace;
  private final ConfigurationOption configuration;
  private volatile Optional<Process> begun = Optional.empty();
  private volatile OptionalLong ending = OptionalLong.empty();

  PanelWatch(Workplace workplace, ConfigurationOption configuration) {
    this.workplace = workplace;
    this.configuration = configuration;
  }

  @Override
  public Optional<WatchStatus> running() {
    return StatusFile.read(place().status()).filter(place()::runs);
  }

  @Override
  public Pending pending() {
    Optional<WatchStatus> now = running();
    if (now.isPresent()) {
      begun = Optional.empty(); // It has told that it runs, and does not start any more.
      return ends(now.get().pid()) ? Pending.END : Pending.NOTHING;
    }
    return begun
        .filter(Process::isAlive)
        .map(process -> ends(process.pid()) ? Pending.END : Pending.START)
        .orElse(Pending.NOTHING);
  }

  private boolean ends(long pid) {
    return ending.equals(OptionalLong.of(pid));
  }

  @Override
  public void start(List<Path> folders) throws TonearmException {
    if (going()) {
      return; // A second one would wait for its turn, and watch when the first is ended.
    }
    List<String> words = new ArrayList<>(Launcher.words());
    words.add("watch");
    folders.forEach(folder -> words.add(folder.toAbsolutePath().toString()));
    words.addAll(configuration.words());
    Path said = place().folder().resolve("start.log");
    try {
      Files.createDirectories(said.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(said.toFile());
      builder.environment().put("TONEARM_HOME", workplace.data().root().toString());
      Process process = builder.start();
      begun = Optional.of(process);
      process.getOutputStream().close();
      await(process, said);
    } catch (IOException e) {
      throw fault("The watch can't be started: " + e + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() throws TonearmException {
    Optional<ProcessHandle> process =
        running()
            .flatMap(status -> ProcessHandle.of(status.pid()))
            .or(() -> begun.filter(Process::isAlive).map(Process::toHandle));
    if (process.isEmpty()) {
      return;
    }
    long pid = process.get().pid();
    if (!process.get().destroy()) {
      throw fault("The watch (process " + pid + ") can't be ended.", null);
    }
    ending = OptionalLong.of(pid);
    try {
      for (int i = 0; i < PATIENCE_TENTHS && going(); i++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      if (going()) {
        throw fault("The watch (process " + pid + ") is still ending: it is at a file.", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean going() {
    return running().isPresent() || pending() != Pending.NOTHING;
  }

  /** Until it tells that it runs, or ends and has said why. */
  private void await(Process process, Path said)
      throws IOException, InterruptedException, ConfigurationException {
    for (int i = 0; i < PATIENCE_TENTHS && running().isEmpty(); i++) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        String why = Files.readAllLines(said).stream().limit(3).collect(Collectors.joining(" "));
        throw fault("The watch did not start: " + why, null);
      }
    }
    if (running().isEmpty()) {
      throw fault("The watch (process " + process.pid() + ") is still starting.", null);
    }
  }

  private WatchPlace place() {
    return WatchPlace.of(workplace.data());
  }

  private static ConfigurationException fault(String what, Exception cause) {
    return new ConfigurationException(
        "watch-start", what, "Try 'tonearm watch' on the command line; it tells more.", cause);
  }
}

package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.Optional;
import org.tonearm.api.TonearmException;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.composition.Composition;
import org.tonearm.panel.sound.SoundSource;

/**
 * Decodes for the panel as listening does, in processes of their own where the settings say so.
 * They are kept from track to track. Thread-safe.
 */
final class PanelSound implements SoundSource {
  private final Workplace workplace;
  private final ConfigurationOption configuration;
  private Optional<Composition> open = Optional.empty();
  private boolean closed;

  /** Opens nothing yet. */
  PanelSound(Workplace workplace, ConfigurationOption configuration) {
    this.workplace = workplace;
    this.configuration = configuration;
  }

  @Override
  public double decode(Path file, int rate, PcmSink sink)
      throws TonearmException, InterruptedException {
    return decoder().decode(file, rate, Excerpts.WHOLE, sink).durationSeconds();
  }

  @Override
  public synchronized void close() {
    closed = true;
    open.ifPresent(Composition::close);
    open = Optional.empty();
  }

  private synchronized AudioDecoder decoder() throws TonearmException, InterruptedException {
    if (closed) {
      throw new InterruptedException();
    }
    if (open.isEmpty()) {
      open = Optional.of(workplace.composition(workplace.readable(configuration.place(workplace))));
    }
    return open.get().decoder();
  }
}

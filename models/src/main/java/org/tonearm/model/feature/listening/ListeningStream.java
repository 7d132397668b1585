package org.tonearm.model.feature.listening;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;

/**
 * Sends one signal through three transforms and joins what they give. The spectra, which come
 * sooner, wait for the scattering transform, whose blocks span 6 s.
 */
final class ListeningStream implements FeatureStream {
  private final FeatureStream scattering;
  private final FeatureStream mel;
  private final FeatureStream pitch;
  private final Deque<float[]> scatteringFrames = new ArrayDeque<>();
  private final Deque<float[]> melSpectra = new ArrayDeque<>();
  private final Deque<float[]> pitchSpectra = new ArrayDeque<>();
  private final FrameSink sink;

  /**
   * @param mel opens the mel spectra of a signal
   * @param pitch opens its pitch spectra
   */
  ListeningStream(
      FeatureExtractor scattering,
      Function<Consumer<float[]>, FeatureStream> mel,
      Function<Consumer<float[]>, FeatureStream> pitch,
      FrameSink sink) {
    this.scattering = scattering.open(scatteringFrames::add);
    this.mel = mel.apply(melSpectra::add);
    this.pitch = pitch.apply(pitchSpectra::add);
    this.sink = sink;
  }

  @Override
  public void push(float[] samples, int offset, int length) {
    scattering.push(samples, offset, length);
    mel.push(samples, offset, length);
    pitch.push(samples, offset, length);
    while (!scatteringFrames.isEmpty()
        && melSpectra.size() >= ListeningLayout.MEL_STEPS
        && pitchSpectra.size() >= ListeningLayout.PITCH_STEPS) {
      emit();
    }
  }

  @Override
  public void finish() {
    scattering.finish();
    mel.finish();
    pitch.finish();
    while (!scatteringFrames.isEmpty()) {
      emit();
    }
  }

  private void emit() {
    float[] frame = new float[ListeningLayout.DIMENSIONS];
    System.arraycopy(scatteringFrames.remove(), 0, frame, 0, ListeningLayout.SCATTERING);
    take(melSpectra, ListeningLayout.MEL_STEPS, frame, ListeningLayout.MEL_FROM);
    take(pitchSpectra, ListeningLayout.PITCH_STEPS, frame, ListeningLayout.PITCH_FROM);
    sink.accept(frame);
  }

  /** Where the signal has ended, its last spectrum stands for those that are missing. */
  private static void take(Deque<float[]> spectra, int steps, float[] frame, int from) {
    float[] spectrum = spectra.element();
    for (int step = 0; step < steps; step++) {
      spectrum = spectra.isEmpty() ? spectrum : spectra.remove();
      System.arraycopy(spectrum, 0, frame, from + step * spectrum.length, spectrum.length);
    }
  }
}

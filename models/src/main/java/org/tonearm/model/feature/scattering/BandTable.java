package org.tonearm.model.feature.scattering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.model.feature.device.Device;
import org.tonearm.model.feature.device.DeviceMemory;
import org.tonearm.model.feature.device.DeviceTables;

/**
 * The filters of a plan on a device: each once, however many paths go through it. To be filled,
 * then put on the device, then used. Confined to one thread.
 */
final class BandTable {
  /** Bands of one length, and which values of a frame they are. */
  record Bands(int count, int length, DeviceMemory places, DeviceMemory rows) {
    /** Complex values of a block. */
    long values() {
      return (long) count * length;
    }
  }

  /**
   * A band.
   *
   * @param signal which of the signals of a block it is taken from
   * @param row which value of a frame it is
   */
  record Source(int signal, int row, SampledFilter filter) {}

  private final int whole;
  private final Map<SampledFilter, Integer> starts = new HashMap<>();
  private final List<float[]> responses = new ArrayList<>();
  private int next;
  private DeviceMemory weights;

  /**
   * @param whole samples of a block
   */
  BandTable(int whole) {
    this.whole = whole;
  }

  /**
   * Adds bands.
   *
   * @param tables holds what is made for them
   * @param sources of one length, at least one
   */
  Bands add(DeviceTables tables, List<Source> sources) {
    int[] places = new int[4 * sources.size()];
    int[] rows = new int[sources.size()];
    for (int n = 0; n < rows.length; n++) {
      SampledFilter filter = sources.get(n).filter();
      places[4 * n] = sources.get(n).signal();
      places[4 * n + 1] = filter.firstBin();
      places[4 * n + 2] = filter.bins();
      places[4 * n + 3] = start(filter);
      rows[n] = sources.get(n).row();
    }
    int length = sources.get(0).filter().length();
    return new Bands(rows.length, length, tables.of(places), tables.of(rows));
  }

  private int start(SampledFilter filter) {
    Integer known = starts.get(filter);
    if (known != null) {
      return known;
    }
    int start = next;
    starts.put(filter, start);
    responses.add(filter.response());
    next = Math.addExact(next, filter.bins());
    return start;
  }

  /** Puts the filters on the device, after the last band was added. */
  void upload(DeviceTables tables, Device device) {
    weights = tables.room(next);
    device.upload(responses, weights);
    responses.clear();
  }

  /**
   * Takes bands from spectra, and transforms them back.
   *
   * @param spectra of the windows' signals
   * @param signals of a window
   * @param samples that a spectrum was made of
   * @param to receives them, one after the other
   */
  void split(
      Device device,
      Bands bands,
      int width,
      DeviceMemory spectra,
      int signals,
      int samples,
      DeviceMemory to) {
    device.launch(
        "take_bands",
        width * bands.values(),
        spectra.address(),
        signals,
        samples,
        whole,
        bands.places().address(),
        weights.address(),
        bands.count(),
        bands.length(),
        to.address());
    device.inverseComplex(bands.length(), width * bands.count(), to);
  }
}

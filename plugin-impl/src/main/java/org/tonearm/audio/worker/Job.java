package org.tonearm.audio.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.tonearm.api.audio.Excerpts;

/**
 * What a worker is asked to do. The file travels as an address, in which every byte of its name
 * survives, whether or not it is text.
 */
record Job(Path file, int sampleRate, Excerpts excerpts) {

  void write(DataOutputStream out) throws IOException {
    WireText.write(out, file.toUri().toString());
    out.writeInt(sampleRate);
    out.writeInt(excerpts.count());
    out.flush();
  }

  static Job read(DataInputStream in) throws IOException {
    Path file = Path.of(URI.create(WireText.read(in)));
    return new Job(file, in.readInt(), new Excerpts(in.readInt()));
  }
}

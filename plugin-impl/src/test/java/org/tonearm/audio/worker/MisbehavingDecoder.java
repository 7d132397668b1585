package org.tonearm.audio.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.bytedeco.javacpp.Pointer;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;

/** Does to its process what the file says; the real decoder's faults are not known beforehand. */
public final class MisbehavingDecoder implements AudioDecoder {
  private int decoded;

  @Override
  public DecodeReport decode(Path file, int sampleRate, Excerpts excerpts, PcmSink sink)
      throws DecodeException, InterruptedException {
    for (String word : words(file)) {
      act(word, sink);
    }
    decoded++;
    return new DecodeReport(decoded, 1, true, "words", List.of());
  }

  private void act(String word, PcmSink sink) throws DecodeException, InterruptedException {
    switch (word) {
      case "samples" -> {
        sink.begin(0);
        sink.accept(new float[ReplyWriter.BLOCK], 0, ReplyWriter.BLOCK);
      }
      case "stop" -> new CountDownLatch(1).await();
      case "memory-fault" -> memoryFault();
      case "memory-fault-unless-first" -> {
        if (decoded > 0) {
          memoryFault();
        }
      }
      case "exit" -> Runtime.getRuntime().halt(9);
      case "exhaust" -> exhaust();
      case "throw" -> throw new IllegalStateException("not foreseen");
      case "babble" -> System.out.println("words where replies belong");
      case "refuse" -> throw new DecodeException("broken", "It is broken.", "Mend it.");
      default -> {}
    }
  }

  private static void memoryFault() {
    Pointer.memset(new Nowhere(), 1, 1);
  }

  private static void exhaust() {
    List<long[]> kept = new ArrayList<>();
    while (kept.size() < Integer.MAX_VALUE) {
      kept.add(new long[1 << 20]);
    }
  }

  private static List<String> words(Path file) {
    try {
      return List.of(Files.readString(file).split(" "));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Points at a place that no process may write to. */
  private static final class Nowhere extends Pointer {
    Nowhere() {
      address = 16;
    }
  }
}

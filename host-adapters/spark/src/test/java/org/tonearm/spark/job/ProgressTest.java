package org.tonearm.spark.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

final class ProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong now = new AtomicLong();
  private final Progress progress =
      new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), now::get);

  @Test
  void tellsTasksAndTimeLeft() {
    progress.begin("Hearing …");
    progress.onStageSubmitted(new SparkListenerStageSubmitted(stage(7, 400), new Properties()));
    now.addAndGet(3 * SECOND);
    end(7);
    now.addAndGet(17 * SECOND);
    end(7);
    assertThat(lines()).containsExactly("Hearing …", "Hearing … 2 of 400 tasks, 1:06:20 left");
  }

  @Test
  void saysNothingOfPartsThatItDoesNotKnow() {
    progress.onStageSubmitted(new SparkListenerStageSubmitted(stage(1, 4), new Properties()));
    progress.onStageCompleted(new SparkListenerStageCompleted(stage(1, 4)));
    now.addAndGet(60 * SECOND);
    end(1);
    end(2);
    assertThat(bytes.size()).isZero();
  }

  @Test
  void repeatedTasksCountNoHigherThanAll() {
    progress.onStageSubmitted(new SparkListenerStageSubmitted(stage(1, 1), new Properties()));
    end(1);
    now.addAndGet(6 * SECOND);
    end(1);
    assertThat(lines()).containsExactly("Working … 1 of 1 tasks");
  }

  private void end(int stage) {
    progress.onTaskEnd(new SparkListenerTaskEnd(stage, 0, "ResultTask", null, null, null, null));
  }

  private String[] lines() {
    return bytes.toString(StandardCharsets.UTF_8).strip().split("\\R");
  }

  private static StageInfo stage(int id, int tasks) {
    return new StageInfo(
        id, 0, "part", tasks, none(), none(), "", null, none(), Option.empty(), 0, false, 0);
  }

  private static <T> Seq<T> none() {
    return CollectionConverters.asScala(List.<T>of()).toSeq();
  }
}

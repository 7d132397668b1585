package org.tonearm.model.suite;

import java.util.function.LongSupplier;
import org.tonearm.model.suite.fit.Stopping;
import org.tonearm.model.suite.outcome.Records;
import org.tonearm.model.training.TrainingListener;

/**
 * What all rows work with.
 *
 * @param frames features of clips
 * @param records what is kept
 * @param stopping when a training ends
 * @param cpuNanos CPU time of the calling thread
 * @param listener told of epochs
 * @param seed of all chance
 */
record Bench(
    ClipFrames frames,
    Records records,
    Stopping stopping,
    LongSupplier cpuNanos,
    TrainingListener listener,
    long seed) {}

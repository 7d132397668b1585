package org.tonearm.model.suite.cost;

/**
 * What a network costs a process that does nothing else than learn from a few batches of noise and
 * hear half a minute of it, on one thread.
 *
 * @param network id of the network whose training was measured
 * @param shape what it costs depends on, as of {@link NetworkCosts#shape}
 * @param parameters weights
 * @param secondsPerStep CPU seconds of an update, median
 * @param inferenceMillis CPU milliseconds per 30 s, features left out
 * @param peakBytes most memory of the process; 0 where the system does not tell
 * @param programBytes memory of the process before it made the network; 0 likewise
 */
public record NetworkCost(
    String network,
    String shape,
    long parameters,
    double secondsPerStep,
    double inferenceMillis,
    long peakBytes,
    long programBytes) {}

/**
 * The way of a track: listen, decide, plan, write; staged, bounded, and never stopped by one track.
 *
 * <p>{@link org.tonearm.run.Pipeline} runs the stages; each stage is a class of its own and knows
 * nothing of the others.
 */
package org.tonearm.run;

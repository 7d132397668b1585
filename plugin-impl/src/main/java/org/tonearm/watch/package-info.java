/**
 * Watches folders and hands what arrives in them to ordinary tag runs.
 *
 * <p>{@link org.tonearm.watch.EventSource} tells that something came, by the system's events or by
 * polling; {@link org.tonearm.watch.SettlingQueue} waits until a file has stopped growing; {@link
 * org.tonearm.watch.Watch} makes batches of what has settled and gives them to {@link
 * org.tonearm.watch.Batches}, which is an ordinary run; {@link org.tonearm.watch.Handled} knows
 * what was through a run and looks as it did, the own writes among them. Nothing here writes to
 * music.
 */
package org.tonearm.watch;

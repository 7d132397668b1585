/**
 * A card as features need it: memory, Fourier transforms in batches, and a few kernels. What is
 * computed with these stands beside the features; what reaches a real card, in {@code
 * org.tonearm.model.feature.cuda}.
 *
 * <p>Arrays lie with the windows of a batch first, one signal after the other; complex values are
 * pairs of floats.
 */
package org.tonearm.model.feature.device;

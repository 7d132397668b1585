/**
 * What hears a window by its description: a projection of it, answers to many questions at once,
 * and a support-vector machine on both (stacked generalisation: Wolpert 1992).
 */
package org.tonearm.model.stacking;

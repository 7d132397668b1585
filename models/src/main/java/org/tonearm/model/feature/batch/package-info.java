/**
 * Windows of many signals transformed at once, as a graphics card wants its work: what a batched
 * transform is, how windows are gathered, and what happens when the card's memory is full.
 */
package org.tonearm.model.feature.batch;

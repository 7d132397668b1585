/** A plugin for beaTunes: an analysis task that hears by the command tonearm. */
package org.tonearm.beatunes;

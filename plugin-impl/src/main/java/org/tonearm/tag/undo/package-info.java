/** Taking a run's changes back, except where somebody changed the field since. */
package org.tonearm.tag.undo;

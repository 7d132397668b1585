/** Threads of the panel beside the event thread. */
package org.tonearm.panel.thread;

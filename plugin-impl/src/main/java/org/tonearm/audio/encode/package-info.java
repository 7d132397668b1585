/** From samples to files of any common format, for the demo's music and for tests. */
package org.tonearm.audio.encode;

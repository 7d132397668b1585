/** One run that writes at a time. */
package org.tonearm.run.lock;

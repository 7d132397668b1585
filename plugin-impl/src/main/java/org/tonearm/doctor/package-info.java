/** Looks at the installation and the machine, and says what would stand in a run's way. */
package org.tonearm.doctor;

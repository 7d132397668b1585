/** The parts of others in a package, and under which licences they may be used. */
package org.tonearm.installer.notices;

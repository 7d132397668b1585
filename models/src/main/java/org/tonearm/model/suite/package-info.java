/** What the networks of the papers need to run together: the frames that each of them hears. */
package org.tonearm.model.suite;

/** The programs that Tonearm plugs into. */
package org.tonearm.api.host;

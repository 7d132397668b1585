/** Engine DJ: its database read. */
package org.tonearm.engine;

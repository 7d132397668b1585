/** TOML as text: how values are written, and edits that leave all else as it stands. */
package org.tonearm.configuration.toml;

/** The table of all networks: figures out of fold records, as Markdown, CSV and a chart. */
package org.tonearm.model.suite.report;

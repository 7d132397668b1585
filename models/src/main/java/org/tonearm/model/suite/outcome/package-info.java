/** What is kept of each network, task and fold, so that a table can be made from any part of it. */
package org.tonearm.model.suite.outcome;

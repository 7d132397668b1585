/** What the tests of every host adapter extend. */
package org.tonearm.testkit;

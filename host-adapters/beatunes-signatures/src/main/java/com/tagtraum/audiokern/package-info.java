/** Stand-ins for types of beaTunes, which brings its own; signatures alone. */
package com.tagtraum.audiokern;
